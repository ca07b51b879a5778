// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
// measure.js ENTITIES STATE WORKSPACE: see `run`.
'use strict';

const { execFileSync } = require('node:child_process');
const fs = require('node:fs');
const { entity } = require('./catalog.js');
const { ask, base, both, fill, launch, percentile, pssOf, pssOfTree, rounded, startBackend, until } = require('./shared.js');
const { close: closeWith, verdict } = require('./verdict.js');

const [count, state, workspace] = [Number(process.argv[2]), process.argv[3], process.argv[4]];
const rounds = 30;

async function timed(routes) {
  const took = [];
  for (let round = 0; round < rounds; ++round) {
    const begin = performance.now();
    for (const route of typeof routes === 'function' ? routes(round) : routes) await (await ask(route)).text();
    took.push(performance.now() - begin);
  }
  return both(took);
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

/** The real web page in Chromium: navigation to a visible table, key to the table's change, click to an entity page. */
async function measurePage() {
  const { BACKSTAGE_PAGE: folder, CHROMIUM: browserPath } = process.env;
  if (!folder || !browserPath || !fs.existsSync(browserPath)) return undefined;
  const { serve } = require('./page.js');
  const site = await serve(folder, base);
  const { context, pid, close } = await launch();
  const result = { start: [], key: [], entity: [] };
  const rows = 'table tbody tr a[href*="/catalog/"]';
  let memory = 0;
  for (let round = 0; round < 5; ++round) {
    const tab = await context.newPage();
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
    memory = Math.max(memory, pssOfTree(pid));
    await tab.close();
  }
  await close();
  site.close();
  return { start: both(result.start), key: both(result.key), entity: both(result.entity), memory };
}

function callboard(...args) {
  const said = execFileSync('callboard', ['--workspace', workspace, ...args], { encoding: 'utf8' });
  return JSON.parse(said.split('\n').find(line => line.startsWith('{')));
}

/** How long the backend itself takes to hand out the whole catalog, in pages as a sync asks for them; milliseconds. */
async function measureServing() {
  const begin = performance.now();
  for (let cursor = ''; cursor !== undefined;) {
    const page = await (await ask(`/api/catalog/entities/by-query?limit=500&totalItems=exclude${cursor && `&cursor=${encodeURIComponent(cursor)}`}`)).json();
    cursor = page.pageInfo.nextCursor;
  }
  return performance.now() - begin;
}

/** What a command that syncs says of the catalog's feed. */
function syncOf(...args) {
  const { feeds } = JSON.parse(execFileSync('callboardctl', [...args, '--json', '--workspace', workspace], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] }));
  return feeds.find(one => one.feed === 'catalog');
}

function measureCallboard() {
  // As a guest: there may be no keychain here that keeps a token from one command to the next.
  const full = syncOf('connect', 'backstage', base, '--sign-in', 'guest');
  const same = syncOf('sync');
  const runs = Array.from({ length: 6 }, () => callboard('--time-startup', '--size', '1920x1080')).slice(1); // The first warms the file cache.
  const median = key => percentile(runs.map(run => run[key]), 0.5);
  return {
    entities: runs[0].entities,
    start: { p50: median('catalogFrameMs'), p95: percentile(runs.map(run => run.catalogFrameMs), 0.95) },
    key: { p50: median('filterKeyP50Ms'), p95: median('filterKeyP95Ms') },
    entity: { p50: median('entityPageP50Ms'), p95: median('entityPageP95Ms') },
    facet: { p50: median('facetP50Ms'), p95: median('facetP95Ms') },
    palette: median('paletteKeyP95Ms'),
    memory: median('pssAfterwardsMb'),
    fullSyncMs: full.seconds * 1000,
    sameSyncPercent: (same.bytes / full.bytes) * 100,
  };
}

function print(what, theirs, ours, whose) {
  for (const part of ['p50', 'p95']) {
    if (!theirs?.[part] || !ours?.[part]) continue;
    console.log(JSON.stringify({
      what, against: whose, entities: count, percentile: part, backstageMs: rounded(theirs[part]), callboardMs: rounded(ours[part]),
      timesFaster: rounded(theirs[part] / ours[part]),
    }));
  }
}

/** Beside the web page where it was measured: that is what people wait for. Else beside what the programming interface alone takes. */
function verdictsOf(ours, portal, memory, servingMs) {
  return [
    verdict('start', ours.start.p50, portal.start.p50),
    verdict('paletteKey', ours.palette),
    verdict('filterKey', ours.key.p95, portal.key.p95),
    verdict('entity', ours.entity.p95, portal.entity.p95),
    verdict('memory', ours.memory, memory),
    verdict('fullSync', ours.fullSyncMs, servingMs, servingMs + 1000),
    verdict('sameSync', ours.sameSyncPercent, 100),
  ];
}

async function main() {
  const backend = await startBackend(state);
  try {
    await fill(count);
    const api = await measureApi();
    const servingMs = await measureServing();
    const ours = measureCallboard();
    const page = await measurePage();
    const backendMb = pssOf(backend.pid);
    for (const what of ['start', 'key', 'entity', 'facet']) {
      print(what, api[what], ours[what], 'api');
      if (page) print(what, page[what], ours[what], 'page');
    }
    console.log(JSON.stringify({ what: 'memory', against: 'backend', entities: count, backstageMb: rounded(backendMb), callboardMb: rounded(ours.memory), timesLess: rounded(backendMb / ours.memory) }));
    if (page) console.log(JSON.stringify({ what: 'memory', against: 'page', entities: count, backstageMb: rounded(page.memory), callboardMb: rounded(ours.memory), timesLess: rounded(page.memory / ours.memory) }));
    else console.log(JSON.stringify({ what: 'page', skipped: 'BACKSTAGE_PAGE or chromium is not there' }));
    closeWith(verdictsOf(ours, page ?? api, page ? page.memory : backendMb, servingMs), count);
    if (ours.entities < count) throw new Error(`Callboard has ${ours.entities} entities, not ${count}`);
  } finally {
    backend.kill('SIGKILL');
  }
}

main().catch(error => {
  console.error(error);
  process.exit(1);
});
