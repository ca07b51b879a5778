// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
// compare.js THEIRS.json OURS.json: every entity, body and relations, and the files in which something was refused.
'use strict';

const fs = require('node:fs');
const { isDeepStrictEqual } = require('node:util');

const [theirs, ours] = process.argv.slice(2).map(name => JSON.parse(fs.readFileSync(name, 'utf8')));
const ref = e => `${e.kind}:${e.metadata.namespace || 'default'}/${e.metadata.name}`.toLowerCase();
const index = list => new Map(list.filter(e => !e.metadata.name.startsWith('generated-')).map(e => [ref(e), e]));

function body(entity) {
  const { uid, etag, ...metadata } = entity.metadata;
  // A file that is a root and also a Location's target has two origins; which is kept is timing.
  const { 'backstage.io/managed-by-origin-location': origin, ...annotations } = metadata.annotations ?? {};
  return { apiVersion: entity.apiVersion, kind: entity.kind, spec: entity.spec, metadata: { ...metadata, annotations } };
}
const relations = entity => (entity.relations ?? []).map(r => `${r.type} ${r.targetRef}`).sort();

const left = index(theirs.entities);
const right = index(ours.entities);
let wrong = 0;
const say = line => {
  ++wrong;
  console.log(line);
};
for (const name of [...new Set([...left.keys(), ...right.keys()])].sort()) {
  if (!right.has(name)) say(`MISSING ${name}`);
  else if (!left.has(name)) say(`EXTRA ${name}`);
  else if (!isDeepStrictEqual(body(left.get(name)), body(right.get(name)))) say(`BODY ${name}\n  ${JSON.stringify(body(left.get(name)))}\n  ${JSON.stringify(body(right.get(name)))}`);
  else if (!isDeepStrictEqual(relations(left.get(name)), relations(right.get(name)))) say(`RELATIONS ${name}\n  ${relations(left.get(name))}\n  ${relations(right.get(name))}`);
}
const fileOf = item => decodeURIComponent(item.unprocessed_entity.metadata.annotations['backstage.io/managed-by-location'].split('://')[1].replace(/^[^/]*\//, ''));
const refused = new Set([...theirs.unprocessed.pending, ...theirs.unprocessed.failed].map(fileOf));
const weRefused = new Set(ours.rejected.map(r => r.path));
for (const path of refused) if (!weRefused.has(path)) say(`NOT REJECTED ${path}`);
for (const path of weRefused) if (!refused.has(path)) say(`REJECTED ${path}`);
console.log(`${left.size} entities and ${refused.size} refused files compared, ${wrong} differences`);
process.exit(wrong ? 1 : 0);
