// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
// ingest.js FOLDER OUT.json [PORT_FILES PORT_BACKEND]: serves FOLDER over HTTP, has a real Backstage backend take in every file that
// FOLDER/roots.json names (paths relative to it), and writes what became of them: { entities, unprocessed }.
'use strict';

const { spawn } = require('node:child_process');
const fs = require('node:fs');
const http = require('node:http');
const os = require('node:os');
const path = require('node:path');

const [folder, out] = process.argv.slice(2);
const filesPort = Number(process.argv[4] || 7998);
const backendPort = Number(process.argv[5] || 7997);
const token = 'loopback-static-token-0123456789abcdef';

function serve() {
  const server = http.createServer((request, response) => {
    const name = decodeURIComponent(new URL(request.url, 'http://x').pathname);
    const file = path.join(folder, path.posix.normalize(name));
    let bytes;
    try {
      if (name.endsWith('/') || !fs.statSync(file).isFile()) {
        response.writeHead(fs.existsSync(file) && fs.statSync(file).isDirectory() ? 403 : 404).end();
        return;
      }
      bytes = fs.readFileSync(file);
    } catch {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'Content-Type': 'application/octet-stream' }).end(bytes);
  });
  return new Promise(done => server.listen(filesPort, 'localhost', () => done(server)));
}

function config(roots) {
  return {
    app: { title: 'Peer', baseUrl: 'http://localhost:3000' },
    organization: { name: 'Peer' },
    backend: {
      baseUrl: `http://localhost:${backendPort}`,
      listen: { host: '127.0.0.1', port: backendPort },
      auth: { externalAccess: [{ type: 'static', options: { token, subject: 'peer' } }] },
      database: { client: 'better-sqlite3', connection: ':memory:' },
      reading: { allow: [{ host: `localhost:${filesPort}` }] },
    },
    catalog: {
      processingInterval: { hours: 24 },
      rules: [
        { allow: ['Component', 'System', 'API', 'Resource', 'Location', 'Domain', 'User', 'Group', 'Template'] },
      ],
      locations: roots.map(name => ({
        type: 'url',
        target: `http://localhost:${filesPort}/${name.split('/').map(encodeURIComponent).join('/')}`,
      })),
    },
  };
}

async function get(route) {
  const response = await fetch(`http://localhost:${backendPort}/api/catalog/${route}`, {
    headers: { Authorization: `Bearer ${token}` },
  });
  if (!response.ok) throw new Error(`${route}: ${response.status}`);
  return response.json();
}

async function snapshot() {
  const entities = await get('entities');
  const failed = (await get('entities/unprocessed/failed')).entities;
  const pending = (await get('entities/unprocessed/pending')).entities;
  return { entities, unprocessed: { failed, pending } };
}

/** Waits until every root is there or refused, and nothing has changed for a while. */
async function settled(roots) {
  let last = '';
  let same = 0;
  for (let i = 0; i < 600; ++i) {
    await new Promise(done => setTimeout(done, 1000));
    let now;
    try {
      now = await snapshot();
    } catch {
      continue;
    }
    const waiting = now.unprocessed.pending.filter(item => !item.errors || item.errors.length === 0).length;
    const known = now.entities.filter(e => e.metadata.name.startsWith('generated-')).length
      + now.unprocessed.pending.filter(item => item.unprocessed_entity.metadata.name.startsWith('generated-')).length;
    const mark = `${now.entities.length}/${now.unprocessed.pending.length}/${waiting}/${JSON.stringify(now.entities.map(e => e.metadata.etag)).length}`;
    same = mark === last && known >= roots.length ? same + 1 : 0;
    last = mark;
    // An entity that fails in a way Backstage does not record waits for ever; do not wait with it.
    if (same >= (waiting === 0 ? 5 : 25)) return now;
  }
  throw new Error(`the backend did not settle: ${last}`);
}

async function main() {
  const roots = JSON.parse(fs.readFileSync(path.join(folder, 'roots.json'), 'utf8'));
  const server = await serve();
  const state = fs.mkdtempSync(path.join(os.tmpdir(), 'backstage-peer-'));
  const configFile = path.join(state, 'app-config.json');
  fs.writeFileSync(configFile, JSON.stringify(config(roots)));
  const backend = spawn(process.execPath, [path.join(__dirname, 'backend.js'), '--config', configFile], {
    cwd: process.env.PEER_MODULES || __dirname,
    stdio: ['ignore', fs.openSync(path.join(state, 'log'), 'w'), fs.openSync(path.join(state, 'err'), 'w')],
  });
  try {
    fs.writeFileSync(out, JSON.stringify(await settled(roots)));
  } finally {
    backend.kill();
    server.close();
    if (!process.env.PEER_KEEP) fs.rmSync(state, { recursive: true, force: true });
  }
}

main().catch(error => {
  console.error(error);
  process.exit(2);
});
