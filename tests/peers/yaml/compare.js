// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
// node compare.js YAML_DUMP [--mutations N] [--soup N] [--seed N] [--show N] [--largest BYTES] [--tolerance PERCENT] [--expected EXPECTED.json] PATH…
// Lays our reader beside npm's `yaml` over every YAML file below the paths, over N damaged copies of each,
// and over N made-up texts. Compared: how many documents, which are in error, where each begins, every value.
// Where errors are placed is counted but may differ. Exit 0 when all files agree, and all damaged and made-up
// texts but PERCENT of them.
'use strict';
const { spawn } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');
const { read } = require('./yaml_reference.js');
const { mutate, soup } = require('./mutations.js');

function parseArguments(list) {
  const options = { mutations: 0, soup: 0, seed: 1, show: 10, largest: 65536, tolerance: 0, expected: null, paths: [] };
  for (let i = 1; i < list.length; ++i) {
    const name = list[i].replace(/^--/, '');
    if (name !== list[i] && name in options) options[name] = name === 'expected' ? list[++i] : Number(list[++i]);
    else options.paths.push(list[i]);
  }
  return { dump: list[0], ...options };
}

function filesBelow(place) {
  if (fs.statSync(place).isFile()) return [place];
  return fs
    .readdirSync(place, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && /\.ya?ml$/.test(entry.name))
    .map(entry => path.join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}

/** Our reader as a function; answers come in order. */
function reader(program) {
  const child = spawn(program, { stdio: ['pipe', 'pipe', 'inherit'] });
  const waiting = [];
  let rest = [];
  child.stdout.on('data', chunk => {
    for (let end = chunk.indexOf(10); end !== -1; end = chunk.indexOf(10)) {
      rest.push(chunk.subarray(0, end));
      waiting.shift()(JSON.parse(Buffer.concat(rest).toString('utf8')));
      rest = [];
      chunk = chunk.subarray(end + 1);
    }
    rest.push(chunk);
  });
  child.on('exit', code => {
    if (waiting.length === 0) return;
    console.error(`yaml_dump ended with ${code} while a text was being read`);
    process.exit(1);
  });
  return {
    read: bytes =>
      new Promise(resolve => {
        waiting.push(resolve);
        child.stdin.write(`${bytes.length}\n`);
        child.stdin.write(bytes);
      }),
    close: () => child.stdin.end(),
  };
}

const wellFormed = text => text.toWellFormed();

function isEqual(a, b) {
  if (typeof a === 'string' && typeof b === 'string') return wellFormed(a) === wellFormed(b);
  if (a === null || b === null || typeof a !== 'object' || typeof b !== 'object') return a === b;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  const others = new Map(Object.entries(b).map(([key, value]) => [wellFormed(key), value]));
  return keys.every(key => others.has(wellFormed(key)) && isEqual(a[key], others.get(wellFormed(key))));
}

/** What differs, in a word; null when nothing does. */
function difference(theirs, ours) {
  if (theirs.length !== ours.length) return `${theirs.length} documents, ours ${ours.length}`;
  for (let i = 0; i < theirs.length; ++i) {
    const [a, b] = [theirs[i], ours[i]];
    if ('error' in a !== 'error' in b) return `document ${i}: ${a.error ?? 'no error'}, ours ${b.error ?? 'no error'}`;
    if (a.line !== b.line) return `document ${i}: line ${a.line}, ours ${b.line}`;
    if (!('error' in a) && !isEqual(a.value, b.value))
      return `document ${i}: value ${JSON.stringify(a.value).slice(0, 300)}, ours ${JSON.stringify(b.value).slice(0, 300)}`;
  }
  return null;
}

class Tally {
  constructor(name, show) {
    Object.assign(this, { name, show, texts: 0, agreed: 0, documents: 0, errors: 0, places: 0 });
  }
  add(label, bytes, theirs, ours) {
    this.texts += 1;
    this.documents += theirs.length;
    const wrong = difference(theirs, ours);
    if (wrong === null) {
      this.agreed += 1;
      theirs.forEach((document, i) => this.addPlace(document, ours[i]));
    } else if (this.show-- > 0) {
      console.log(`DIFFERS ${label}: ${wrong}\n  ${JSON.stringify(bytes.toString('utf8').slice(0, 400))}`);
    }
  }
  addPlace(theirs, ours) {
    if (!theirs.error) return;
    this.errors += 1;
    this.places += theirs.code === 'TO_JSON' || isEqual(theirs.at, ours.at);
  }
  print() {
    const percent = (part, whole) => ((100 * part) / Math.max(1, whole)).toFixed(3);
    console.log(
      `${this.name}: ${this.agreed} of ${this.texts} texts agree (${percent(this.agreed, this.texts)} %), ` +
        `${this.documents} documents, ${this.errors} errors of which ${percent(this.places, this.errors)} % in the same place`,
    );
  }
}

/** EXPECTED.json's statuses, which a real Backstage gave, against ours. */
function compareExpected(file, documents, tally) {
  for (const expected of file.documents) {
    const ours = documents[expected.index];
    const status = !ours ? 'missing' : ours.error ? 'yaml-error' : ours.value === null ? 'empty'
      : typeof ours.value === 'object' && !Array.isArray(ours.value) ? 'entity' : 'not-an-object';
    const agrees = status === expected.status && ours.line === expected.line;
    tally.texts += 1;
    tally.documents += 1;
    tally.agreed += agrees;
    if (!agrees) console.log(`DIFFERS ${file.path} document ${expected.index}: ${expected.status} line ${expected.line}, ours ${status} line ${ours?.line}`);
  }
}

async function main() {
  const options = parseArguments(process.argv.slice(2));
  const ours = reader(options.dump);
  const tallies = ['files', 'mutations', 'soup', 'expected'].map(name => new Tally(name, options.show));
  const [files, mutations, soups, expected] = tallies;
  const compare = async (tally, label, bytes) => tally.add(label, bytes, read(bytes), await ours.read(bytes));
  let seed = options.seed * 1000003;
  for (const file of options.paths.flatMap(filesBelow)) {
    const bytes = fs.readFileSync(file);
    await compare(files, file, bytes);
    for (let i = 0; i < options.mutations && bytes.length <= options.largest; ++i, ++seed)
      await compare(mutations, `${file} seed ${seed}`, mutate(bytes, seed));
  }
  for (let i = 0; i < options.soup; ++i, ++seed) await compare(soups, `soup ${seed}`, soup(seed));
  if (options.expected) {
    const corpus = path.dirname(options.expected);
    for (const file of JSON.parse(fs.readFileSync(options.expected)).files)
      compareExpected(file, await ours.read(fs.readFileSync(path.join(corpus, file.path))), expected);
  }
  ours.close();
  tallies.filter(tally => tally.texts > 0).forEach(tally => tally.print());
  const isGood = tally => tally.texts - tally.agreed <= (tally === mutations || tally === soups ? (tally.texts * options.tolerance) / 100 : 0);
  process.exitCode = files.texts > 0 && tallies.every(isGood) ? 0 : 1;
}

process.on('warning', () => {});
main();
