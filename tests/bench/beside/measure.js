// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
// measure.js ENTITIES STATE WORKSPACE: see `run`.
'use strict';

const { execFileSync, spawn } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');
const { entity } = require('./catalog.js');

const [count, state, workspace] = [Number(process.argv[2]), process.argv[3], process.argv[4]];
const port = 7431;
const base = `http://localhost:${port}`;
const token = 'loopback-static-token-0123456789abcdef';
const peers = path.join(__dirname, '../../peers/portal');
const headers = { Authorization: `Bearer ${token}` };
const rounds = 30;

const sleep = ms => new Promise(done => setTimeout(done, ms));

async function ask(route, options = {}) {
  const response = await fetch(base + route, { ...options, headers: { ...headers, ...options.headers } });
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

async function startBackend() {
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

const total = async () => (await (await ask('/api/catalog/entities/by-query?limit=0')).json()).totalItems;

async function fill() {
  if ((await total()) >= count) return;
  const block = 250;
  for (let first = 0; first < count; first += block) {
    const set = [];
    for (let i = first; i < Math.min(first + block, count); ++i) set.push(entity(i, count));
    await ask('/api/peer/entities', { method: 'POST', body: JSON.stringify({ set }) });
  }
  await until(`all ${count} entities are visible`, 3600, async () => (await total()) >= count);
}

function percentile(values, part) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))];
}

async function timed(routes) {
  const took = [];
  for (let round = 0; round < rounds; ++round) {
    const begin = performance.now();
    for (const route of typeof routes === 'function' ? routes(round) : routes) await (await ask(route)).text();
    took.push(performance.now() - begin);
  }
  return { p50: percentile(took, 0.5), p95: percentile(took, 0.95) };
}

/** What the web page asks the API for at each of these moments (seen in its requests, without its own rendering). */
async function measureApi() {
  const page = 'filter=kind=component&limit=20&orderField=metadata.name,asc';
  const facets = ['kind', 'spec.type', 'spec.lifecycle', 'metadata.tags', 'relations.ownedBy'].map(f => `facet=${f}`).join('&');
  const words = ['pay', 'paym', 'payme', 'servi', 'servic'];
  return {
    start: await timed([`/api/catalog/entities/by-query?${page}`, `/api/catalog/entity-facets?${facets}`]),
    key: await timed(round => [
      `/api/catalog/entities/by-query?${page}&fullTextFilterTerm=${words[round % words.length]}&fullTextFilterFields=metadata.name,metadata.title`,
    ]),
    entity: await timed(round => {
      const { kind, metadata } = entity((round * 331) % count, count);
      return [`/api/catalog/entities/by-name/${kind.toLowerCase()}/default/${metadata.name}`];
    }),
    facet: await timed([`/api/catalog/entity-facets?filter=kind=component&${facets}`]),
  };
}

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

/** The real web page in Chromium: navigation to a visible table, key to the table's change, click to an entity page. */
async function measurePage() {
  const { BACKSTAGE_PAGE: folder, PLAYWRIGHT: playwright = 'playwright-core', CHROMIUM: browserPath } = process.env;
  if (!folder || !browserPath || !fs.existsSync(browserPath)) return undefined;
  const { chromium } = require(playwright);
  const { serve } = require('./page.js');
  const site = await serve(folder, base);
  const server = await chromium.launchServer({ executablePath: browserPath, args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'] });
  const browser = await chromium.connect(server.wsEndpoint());
  const context = await browser.newContext({ viewport: { width: 1400, height: 900 } });
  const result = { start: [], key: [], entity: [] };
  const rows = 'table tbody tr a[href*="/catalog/"]';
  let memory = 0;
  for (let round = 0; round < 5; ++round) {
    const tab = await context.newPage();
    await tab.addInitScript(() => localStorage.setItem('@backstage/core:SignInPage:provider', 'guest'));
    let begin = performance.now();
    await tab.goto(site.url);
    await tab.waitForSelector(rows, { timeout: 60_000 });
    result.start.push(performance.now() - begin);
    const text = () => tab.evaluate(() => document.querySelector('table tbody')?.innerText);
    const before = await text();
    await tab.locator('input[placeholder="Search"]').last().focus();
    await tab.keyboard.type('payme', { delay: 60 });
    begin = performance.now();
    await until('the table has changed', 30, async () => (await text()) !== before);
    result.key.push(performance.now() - begin);
    await tab.waitForTimeout(1500);
    begin = performance.now();
    await tab.locator(rows).first().click();
    await tab.waitForSelector('text=Relations', { timeout: 30_000 });
    result.entity.push(performance.now() - begin);
    memory = Math.max(memory, pssOfTree(server.process().pid));
    await tab.close();
  }
  await browser.close();
  await server.close();
  site.close();
  const both = values => ({ p50: percentile(values, 0.5), p95: percentile(values, 0.95) });
  return { start: both(result.start), key: both(result.key), entity: both(result.entity), memory };
}

function callboard(...args) {
  const said = execFileSync('callboard', ['--workspace', workspace, ...args], { encoding: 'utf8' });
  return JSON.parse(said.split('\n').find(line => line.startsWith('{')));
}

function measureCallboard() {
  execFileSync('callboardctl', ['connect', 'backstage', base, '--token-stdin', '--workspace', workspace], { input: token, stdio: ['pipe', 'ignore', 'inherit'] });
  const runs = Array.from({ length: 6 }, () => callboard('--time-startup', '--size', '1920x1080')).slice(1); // The first warms the file cache.
  const median = key => percentile(runs.map(run => run[key]), 0.5);
  return {
    entities: runs[0].entities,
    start: { p50: median('catalogFrameMs'), p95: percentile(runs.map(run => run.catalogFrameMs), 0.95) },
    key: { p50: median('filterKeyP50Ms'), p95: median('filterKeyP95Ms') },
    entity: { p50: median('entityPageP50Ms'), p95: median('entityPageP95Ms') },
    facet: { p50: median('facetP50Ms'), p95: median('facetP95Ms') },
    memory: median('pssAfterwardsMb'),
  };
}

const round = value => Math.round(value * 100) / 100;

function print(what, theirs, ours, whose) {
  for (const part of ['p50', 'p95']) {
    if (!theirs?.[part] || !ours?.[part]) continue;
    console.log(JSON.stringify({
      what, against: whose, entities: count, percentile: part, backstageMs: round(theirs[part]), callboardMs: round(ours[part]),
      timesFaster: round(theirs[part] / ours[part]),
    }));
  }
}

async function main() {
  const backend = await startBackend();
  try {
    await fill();
    const api = await measureApi();
    const ours = measureCallboard();
    const page = await measurePage();
    const backendMb = pssOf(backend.pid);
    for (const what of ['start', 'key', 'entity', 'facet']) {
      print(what, api[what], ours[what], 'api');
      if (page) print(what, page[what], ours[what], 'page');
    }
    console.log(JSON.stringify({ what: 'memory', against: 'backend', entities: count, backstageMb: round(backendMb), callboardMb: round(ours.memory), timesLess: round(backendMb / ours.memory) }));
    if (page) console.log(JSON.stringify({ what: 'memory', against: 'page', entities: count, backstageMb: round(page.memory), callboardMb: round(ours.memory), timesLess: round(page.memory / ours.memory) }));
    else console.log(JSON.stringify({ what: 'page', skipped: 'BACKSTAGE_PAGE or chromium is not there' }));
    if (ours.entities < count) throw new Error(`Callboard has ${ours.entities} entities, not ${count}`);
  } finally {
    backend.kill('SIGKILL');
  }
}

main().catch(error => {
  console.error(error);
  process.exit(1);
});
