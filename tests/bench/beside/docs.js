// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
// docs.js FOLDER STATE BENCH: see `rundocs`.
'use strict';

const { execFileSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');
const { ask, base, both, launch, pssOfTree, rounded, startBackend, until } = require('./shared.js');
const { serve } = require('./page.js');
const { close: closeWith, verdict } = require('./verdict.js');

const [folder, state, bench] = process.argv.slice(2);
const rounds = 5;

/** A copy of the site for a MkDocs that has no techdocs-core: the theme that this plugin sets is named instead. */
function copyOf(site) {
  const copy = path.join(state, 'site');
  fs.cpSync(site, copy, { recursive: true });
  const settings = path.join(copy, 'mkdocs.yml');
  const text = fs.readFileSync(settings, 'utf8').replace(/^(\s*- )techdocs-core$/m, '$1search');
  fs.writeFileSync(settings, /^theme:/m.test(text) ? text : `${text}\ntheme: { name: material }\n`);
  return copy;
}

/** The site in `folder` as the real backend builds it: the paths of its pages. */
async function publish(folder) {
  const location = `file:${path.join(folder, 'catalog-info.yaml')}`;
  const annotations = { 'backstage.io/techdocs-ref': 'dir:.', 'backstage.io/managed-by-location': location, 'backstage.io/managed-by-origin-location': location };
  const entity = {
    apiVersion: 'backstage.io/v1alpha1', kind: 'Component', metadata: { name: 'beside', namespace: 'default', annotations },
    spec: { type: 'documentation', lifecycle: 'production', owner: 'user:default/guest' },
  };
  await ask('/api/peer/entities', { method: 'POST', body: JSON.stringify({ set: [entity] }) });
  await until('the entity is visible', 60, async () => ask('/api/catalog/entities/by-name/component/default/beside'));
  const log = await (await ask('/api/techdocs/sync/default/component/beside', { headers: { Accept: 'text/event-stream' } })).text();
  if (!log.includes('event: finish')) throw new Error(`the site was not built:\n${log.slice(-4000)}`);
  const { files } = await (await ask('/api/techdocs/metadata/techdocs/default/component/beside')).json();
  return files.filter(name => name.endsWith('index.html')).map(name => name.slice(0, -'index.html'.length));
}

/** Each page opened by its address (cold: nothing of the program is in memory), and by a link of the page before (warm). */
async function measurePage(pages) {
  const site = await serve(process.env.BACKSTAGE_PAGE, base);
  const { context, pid, close } = await launch();
  const shadow = selector => `document.querySelector('[data-testid="techdocs-native-shadowroot"]')?.shadowRoot?.querySelector('${selector}')`;
  const article = tab => tab.waitForFunction(`${shadow('article h1')}?.getBoundingClientRect().height > 0`, null, { timeout: 60_000, polling: 'raf' });
  const result = { cold: [], warm: [], memory: 0 };
  for (let round = 0; round < rounds; ++round) {
    const tab = await context.newPage();
    let begin = performance.now();
    await tab.goto(`${site.url}/docs/default/component/beside/${pages[round % pages.length]}`);
    await article(tab);
    result.cold.push(performance.now() - begin);
    for (let i = 0; i < 4; ++i) {
      await tab.waitForTimeout(500);
      const title = await tab.evaluate(`${shadow('article h1')}.innerText`);
      begin = performance.now();
      await tab.evaluate(`[...document.querySelector('[data-testid="techdocs-native-shadowroot"]').shadowRoot.querySelectorAll('nav a.md-nav__link')]
        .filter(link => link.pathname && !link.hash && link.href !== location.href)[${round * 4 + i}].click()`);
      await tab.waitForFunction(`(${shadow('article h1')}?.innerText ?? ${JSON.stringify(title)}) !== ${JSON.stringify(title)}`, null, { timeout: 30_000, polling: 'raf' });
      result.warm.push(performance.now() - begin);
    }
    result.memory = Math.max(result.memory, pssOfTree(pid));
    await tab.close();
  }
  await close();
  site.close();
  return result;
}

async function main() {
  const backend = await startBackend(state);
  try {
    const pages = await publish(copyOf(folder));
    const theirs = await measurePage(pages);
    console.log(JSON.stringify({ what: 'docs page', by: 'Chromium', pages: pages.length, coldMs: both(theirs.cold), warmMs: both(theirs.warm), memoryMb: rounded(theirs.memory) }));
    // The bench takes each folder right below for a site.
    const sites = path.join(state, 'sites');
    fs.rmSync(sites, { recursive: true, force: true });
    fs.cpSync(path.join(folder, 'docs'), path.join(sites, 'beside'), { recursive: true });
    const ours = execFileSync(bench, [sites], { encoding: 'utf8', env: { ...process.env, QT_QPA_PLATFORM: 'offscreen' } });
    process.stdout.write(ours);
    const painted = ours.split('\n').filter(line => line.startsWith('{')).map(line => JSON.parse(line)).find(line => line.operation === 'docs: another page out of the mirror, painted');
    closeWith([verdict('docs', painted?.p95_ms, both(theirs.warm).p95)]);
  } finally {
    backend.kill('SIGKILL');
  }
}

main().catch(error => {
  console.error(error);
  process.exit(1);
});
