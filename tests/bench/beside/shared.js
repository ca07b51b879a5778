// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the comparisons share: a real backend, a browser, and how they are measured.
'use strict';

const { execFileSync, spawn } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');
const { entity } = require('./catalog.js');

const port = 7431;
const base = `http://localhost:${port}`;
const token = 'loopback-static-token-0123456789abcdef';
const peers = path.join(__dirname, '../../peers/portal');
const headers = { Authorization: `Bearer ${token}` };

const sleep = ms => new Promise(done => setTimeout(done, ms));

async function ask(route, options = {}) {
  const response = await fetch(base + route, { ...options, headers: { ...headers, ...(options.body && { 'Content-Type': 'application/json' }), ...options.headers } });
  if (!response.ok) throw new Error(`${route}: ${response.status} ${await response.text()}`);
  return response;
}

async function until(what, seconds, test) {
  for (const end = Date.now() + seconds * 1000; Date.now() < end; await sleep(250)) {
    try {
      if (await test()) return;
    } catch {
      // Not there yet.
    }
  }
  throw new Error(`gave up waiting until ${what}`);
}

async function startBackend(state) {
  fs.mkdirSync(path.join(state, 'db'), { recursive: true });
  const config = path.join(state, 'config.json');
  fs.writeFileSync(config, execFileSync('node', [path.join(peers, 'config.js'), String(port), state]));
  const child = spawn('node', [path.join(peers, 'backend.js'), '--config', config], {
    cwd: process.env.PEER_MODULES, // It looks for a package around where it is started.
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', fs.openSync(path.join(state, 'backend.log'), 'w'), 'inherit'],
  });
  await until('the backend is ready', 120, async () => (await fetch(`${base}/.backstage/health/v1/readiness`)).ok);
  return child;
}

const block = 250;

const total = async () => (await (await ask('/api/catalog/entities/by-query?limit=0')).json()).totalItems;

/** What an earlier run was killed over: the backend would take it up again after a day. */
async function resume(count) {
  for (let first = 0; first < count; first += block) {
    const entityRefs = Array.from({ length: Math.min(block, count - first) }, (_, i) => entity(first + i, count))
      .map(({ kind, metadata }) => `${kind}:default/${metadata.name}`.toLowerCase());
    const { items } = await (await ask('/api/catalog/entities/by-refs', { method: 'POST', body: JSON.stringify({ entityRefs, fields: ['kind'] }) })).json();
    for (const entityRef of entityRefs.filter((_, i) => !items[i])) {
      await ask('/api/catalog/refresh', { method: 'POST', body: JSON.stringify({ entityRef }) });
    }
  }
}

/** With the imaginary catalog of so many entities, as far as it is not there. */
async function fill(count) {
  const before = await total();
  if (before >= count) return;
  for (let first = 0; first < count; first += block) {
    const set = [];
    for (let i = first; i < Math.min(first + block, count); ++i) set.push(entity(i, count));
    await ask('/api/peer/entities', { method: 'POST', body: JSON.stringify({ set }) });
  }
  if (before > 0) await resume(count);
  await until(`all ${count} entities are visible`, 3600, async () => (await total()) >= count);
}

function percentile(values, part) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))];
}

const rounded = value => Math.round(value * 100) / 100;
const both = values => ({ p50: rounded(percentile(values, 0.5)), p95: rounded(percentile(values, 0.95)) });

const pssOf = pid => Number(/^Pss: +(\d+)/m.exec(fs.readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))[1]) / 1024;

/** A browser and all its processes. */
function pssOfTree(root) {
  const parents = new Map();
  for (const pid of fs.readdirSync('/proc').filter(name => /^\d+$/.test(name))) {
    try {
      parents.set(pid, /\) \S (\d+)/.exec(fs.readFileSync(`/proc/${pid}/stat`, 'utf8'))[1]);
    } catch {
      // Gone meanwhile.
    }
  }
  const within = pid => pid === String(root) || (parents.has(pid) && within(parents.get(pid)));
  return [...parents.keys()].filter(within).reduce((sum, pid) => { try { return sum + pssOf(pid); } catch { return sum; } }, 0);
}

/** Chromium with an empty profile. `close` ends it. */
async function launch() {
  const { PLAYWRIGHT: playwright = 'playwright-core', CHROMIUM: browserPath } = process.env;
  const { chromium } = require(playwright);
  const server = await chromium.launchServer({ executablePath: browserPath, args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'] });
  const browser = await chromium.connect(server.wsEndpoint());
  const context = await browser.newContext({ viewport: { width: 1400, height: 900 } });
  await context.addInitScript(() => localStorage.setItem('@backstage/core:SignInPage:provider', 'guest'));
  const close = async () => {
    await browser.close();
    await server.close();
  };
  return { context, pid: server.process().pid, close };
}

module.exports = { ask, base, both, fill, launch, percentile, pssOf, pssOfTree, rounded, sleep, startBackend, token, until };
