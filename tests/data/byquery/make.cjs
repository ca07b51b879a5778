// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Asks Backstage's own DefaultEntitiesCatalog the questions of requests.json over entities.json, and writes what it says to
// answers.json. Runs against an npm folder with @backstage/plugin-catalog-backend 4.0.0; SQLite is python3's, so that no
// native module is needed:
//     node make.cjs FOLDER_WITH_NODE_MODULES
'use strict';
const { spawn } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');
const readline = require('node:readline');

const modules = path.join(process.argv[2], 'node_modules');
const backend = file => require(path.join(modules, '@backstage/plugin-catalog-backend/dist', file));
const knexFactory = require(path.join(modules, 'knex'));
const Sqlite = require(path.join(modules, 'knex/lib/dialects/sqlite3'));
const { DefaultEntitiesCatalog } = backend('service/DefaultEntitiesCatalog.cjs.js');
const { buildEntitySearch } = backend('database/operations/stitcher/buildEntitySearch.cjs.js');
const { parseQueryEntitiesParams } = backend('service/request/parseQueryEntitiesParams.cjs.js');
const { parseEntityQuery } = backend('service/request/parseEntityQuery.cjs.js');
const { parseEntityFilterParams } = backend('service/request/parseEntityFilterParams.cjs.js');

const python = spawn('python3', ['-c', `
import json, sqlite3, sys
db = sqlite3.connect(':memory:')
db.row_factory = sqlite3.Row
for line in sys.stdin:
    q = json.loads(line)
    try:
        print(json.dumps({'rows': [dict(r) for r in db.execute(q['sql'], q['bindings'])]}), flush=True)
    except Exception as e:
        print(json.dumps({'error': str(e) + ' in ' + q['sql']}), flush=True)
`]);
const waiting = [];
readline.createInterface({ input: python.stdout }).on('line', line => {
  const { resolve, reject } = waiting.shift();
  const answer = JSON.parse(line);
  answer.error ? reject(new Error(answer.error)) : resolve(answer.rows);
});
const sql = (text, bindings = []) => new Promise((resolve, reject) => {
  waiting.push({ resolve, reject });
  python.stdin.write(JSON.stringify({ sql: text, bindings }) + '\n');
});

class Bridge extends Sqlite {
  _driver() { return {}; }
  async acquireRawConnection() { return {}; }
  async destroyRawConnection() {}
  async _query(connection, query) {
    query.response = await sql(query.sql, (query.bindings ?? []).map(b => (b === true ? 1 : b === false ? 0 : b)));
    query.context = {};
    return query;
  }
}
const knex = knexFactory({ client: Bridge, connection: {}, useNullAsDefault: true });
const here = name => path.join(__dirname, name);

async function fill(entities) {
  await sql('create table final_entities (entity_id text, entity_ref text, final_entity text)');
  await sql('create table search (entity_id text, key text, original_value text, value text)');
  for (const entity of entities) {
    const id = entity.metadata.uid;
    await sql('insert into final_entities values (?, ?, ?)', [id, id, JSON.stringify(entity)]);
    for (const row of buildEntitySearch(id, entity))
      await sql('insert into search values (?, ?, ?, ?)', [id, row.key, row.original_value, row.value]);
  }
}

/// Parameters as the router hands them on: repeated ones as arrays, lists at commas where the API says so.
function parameters(query) {
  const params = new URLSearchParams(query);
  const all = {};
  for (const key of new Set(params.keys()))
    all[key] = params.getAll(key);
  if (all.fullTextFilterTerm) all.fullTextFilterTerm = all.fullTextFilterTerm[0];
  if (all.fullTextFilterFields) all.fullTextFilterFields = all.fullTextFilterFields.flatMap(f => f.split(','));
  return all;
}

async function answer(catalog, request) {
  if (request.facets) {
    const filter = parseEntityFilterParams({ filter: request.filter });
    return (await catalog.facets({ facets: request.facets, filter })).facets;
  }
  let asked;
  if (request.query !== undefined) {
    const all = parameters(request.query);
    asked = { ...parseQueryEntitiesParams(all), limit: all.limit && Number(all.limit[0]), offset: all.offset && Number(all.offset[0]) };
  } else {
    asked = parseEntityQuery(request.body);
    asked.fields = undefined;
  }
  const result = await catalog.queryEntities(asked);
  const entities = result.items.entities.map(e => (typeof e === 'string' ? JSON.parse(e) : e));
  const withFields = request.query !== undefined && request.query.includes('fields=') && !request.query.includes('uid');
  return { totalItems: result.totalItems, items: withFields ? entities : entities.map(e => e.metadata.uid) };
}

(async () => {
  await fill(JSON.parse(fs.readFileSync(here('entities.json'))));
  const catalog = new DefaultEntitiesCatalog({ database: knex, logger: { warn() {}, debug() {} } });
  const answers = [];
  for (const request of JSON.parse(fs.readFileSync(here('requests.json')))) {
    try {
      answers.push({ request, answer: await answer(catalog, request) });
    } catch (error) {
      answers.push({ request, error: error.name, message: String(error.message).split('\n')[0].slice(0, 200) });
    }
  }
  fs.writeFileSync(here('answers.json'), JSON.stringify(answers, null, 1) + '\n');
  python.stdin.end();
  await knex.destroy();
  const refused = answers.filter(a => a.error);
  console.log(`${answers.length} answers, ${refused.length} refused`);
  if (process.argv[3]) console.log(refused.map(a => JSON.stringify(a)).join('\n'));
})();
