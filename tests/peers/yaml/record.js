// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
// node record.js: writes tests/data/yaml/cases.json, which the unit test reads, from cases.js.
'use strict';
const fs = require('node:fs');
const path = require('node:path');
const cases = require('./cases.js');
const { read } = require('./yaml_reference.js');

const recorded = Object.entries(cases).map(([name, text]) => ({ name, text, documents: read(Buffer.from(text)) }));
// Bytes that are no text cannot stand in JSON.
const bytes = [
  ['ff fe 61 3a 20 31 0a', 'bytes: UTF-16 mark'],
  ['61 3a 20 e9 0a', 'bytes: Latin-1'],
  ['61 3a 20 f0 9f 98 0a 62 3a 20 c0 80 0a', 'bytes: cut and overlong'],
  ['61 3a 20 ed a0 80 e2 82 f4 90 80 80 0a', 'bytes: surrogate, cut, beyond Unicode'],
  ['61 3a 00 62 0a 00 3a 20 31', 'bytes: NUL'],
];
for (const [hex, name] of bytes) {
  const buffer = Buffer.from(hex.replaceAll(' ', ''), 'hex');
  recorded.push({ name, hex: buffer.toString('hex'), documents: read(buffer) });
}
const version = require('yaml/package.json').version;
const target = path.join(__dirname, '../../data/yaml/cases.json');
fs.mkdirSync(path.dirname(target), { recursive: true });
// ASCII only: a byte order mark within a string does not survive every JSON reader.
const json = JSON.stringify({ reference: `yaml ${version}`, cases: recorded }, null, 1)
  .replace(/[^\0-\x7f]/g, c => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
fs.writeFileSync(target, `${json}\n`);
console.log(`${recorded.length} cases written to ${target}`);
