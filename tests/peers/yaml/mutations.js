// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Seeded damage to texts: the same seed gives the same texts on every machine.
'use strict';

const pieces = ['"', "'", ':', ': ', ' :', '\n', '\n\n', ' ', '  ', '    ', '\t', '-', '- ', '\n- ', '? ', '\n? ', '\n: ', '#', ' #',
  ',', ', ', '[', ']', '{', '}', '&a ', '*a', '*a ', '&', '*', '!!str ', '!!int ', '!!float ', '!!bool ', '!!null ', '!!map ', '!!seq ',
  '!', '! ', '!x ', '!e!x ', '!<tag:yaml.org,2002:str> ', '!!set ', '!!omap ', '!!pairs ', '!!binary ', '!!timestamp ', '|', '>', '|-', '>+', '|2', '>1-',
  '|\n', '>\n', '\n---\n', '---', '\n--- ', '\n...\n', '...', '%', '\n%YAML 1.1\n---\n', '\n...\n%YAML 1.1\n---\n', '\n%TAG !e! tag:e.org,2026:\n---\n',
  '@', '`', '\\', '\\n', '\\u00e9', '\\x4', '\\q', '\r', '\r\n', '<<: ', '<<: *a\n', 'a: ', 'key: value\n', 'yes', 'no', 'null', '~', 'true',
  '017', '0o17', '0x1F', '1.10', '1e3', '.inf', '-.INF', '.nan', '1_000', '2026-01-31', '12:30:45', '\u00e9', '\u{1F600}', '\ufeff', '\u0000', '\u2028', '=', '""', "''", '{}', '[]', '{{ x }}', '${{ y }}'];

/** mulberry32: small, good enough, the same everywhere. */
function random(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const below = n => Math.floor(next() * n);
  return { below, pick: list => list[below(list.length)] };
}

function splice(bytes, at, removed, inserted) {
  return Buffer.concat([bytes.subarray(0, at), Buffer.from(inserted), bytes.subarray(at + removed)]);
}

function lineStarts(bytes) {
  const starts = [0];
  for (let i = bytes.indexOf(10); i !== -1 && i + 1 < bytes.length; i = bytes.indexOf(10, i + 1)) starts.push(i + 1);
  return starts;
}

function lineAt(bytes, rng) {
  const starts = lineStarts(bytes);
  const index = rng.below(starts.length);
  return { from: starts[index], to: index + 1 < starts.length ? starts[index + 1] : bytes.length };
}

const operations = [
  function flipByte(bytes, rng) {
    const copy = Buffer.from(bytes);
    copy[rng.below(copy.length)] ^= 1 << rng.below(8);
    return copy;
  },
  function deleteBytes(bytes, rng) {
    return splice(bytes, rng.below(bytes.length), 1 + rng.below(3), '');
  },
  function insertPiece(bytes, rng) {
    return splice(bytes, rng.below(bytes.length + 1), 0, rng.pick(pieces));
  },
  function replaceByPiece(bytes, rng) {
    return splice(bytes, rng.below(bytes.length), 1 + rng.below(4), rng.pick(pieces));
  },
  function deleteLine(bytes, rng) {
    const { from, to } = lineAt(bytes, rng);
    return splice(bytes, from, to - from, '');
  },
  function repeatLine(bytes, rng) {
    const { from, to } = lineAt(bytes, rng);
    return splice(bytes, from, 0, bytes.subarray(from, to));
  },
  function indentLine(bytes, rng) {
    return splice(bytes, lineAt(bytes, rng).from, 0, rng.pick([' ', '  ', '    ', '\t', ' \t']));
  },
  function outdentLine(bytes, rng) {
    const { from } = lineAt(bytes, rng);
    let spaces = 0;
    while (bytes[from + spaces] === 32) ++spaces;
    return splice(bytes, from, spaces === 0 ? 0 : 1 + rng.below(spaces), '');
  },
  function pieceAtLineStart(bytes, rng) {
    const { from } = lineAt(bytes, rng);
    let at = from;
    while (bytes[at] === 32) ++at;
    return splice(bytes, at, 0, rng.pick(pieces));
  },
  function pieceBehindColon(bytes, rng) {
    const colons = [];
    for (let i = bytes.indexOf(': '); i !== -1; i = bytes.indexOf(': ', i + 1)) colons.push(i);
    return colons.length === 0 ? bytes : splice(bytes, rng.pick(colons) + 2, 0, rng.pick(pieces));
  },
  function copyStretch(bytes, rng) {
    const from = rng.below(bytes.length);
    return splice(bytes, rng.below(bytes.length), 0, bytes.subarray(from, from + 1 + rng.below(40)));
  },
  function swapLines(bytes, rng) {
    const a = lineAt(bytes, rng);
    const line = Buffer.from(bytes.subarray(a.from, a.to));
    const rest = splice(bytes, a.from, a.to - a.from, '');
    return rest.length === 0 ? bytes : splice(rest, lineAt(rest, rng).from, 0, line);
  },
  function crlf(bytes) {
    return Buffer.from(bytes.toString('latin1').replace(/\r?\n/g, '\r\n'), 'latin1');
  },
  function truncate(bytes, rng) {
    return bytes.subarray(0, rng.below(bytes.length + 1));
  },
];

/** One to three damages to a text. */
function mutate(bytes, seed) {
  const rng = random(seed);
  let result = bytes;
  for (let n = 1 + rng.below(3); n > 0 && result.length > 0; --n) result = rng.pick(operations)(result, rng);
  return result;
}

/** A short text made of nothing but what YAML gives a meaning. */
function soup(seed) {
  const rng = random(seed);
  const words = ['a', 'b', 'a: ', 'b: ', 'c: 1\n', '- x\n', '\n', '\n  ', '\n    ', '\n- ', '\n  - ', '\n b: ', '\n  b: '];
  let text = '';
  for (let n = 2 + rng.below(14); n > 0; --n) text += rng.below(2) ? rng.pick(pieces) : rng.pick(words);
  return Buffer.from(text);
}

module.exports = { mutate, soup };
