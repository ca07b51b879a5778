// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
// idle.js ENTITIES STATE WORKSPACE MINUTES: see `runidle`.
'use strict';

const { execFileSync, spawn } = require('node:child_process');
const fs = require('node:fs');
const { base, both, fill, pssOf, rounded, sleep, startBackend, until } = require('./shared.js');
const { close: closeWith, verdict } = require('./verdict.js');

const [count, state, workspace, minutes] = [Number(process.argv[2]), process.argv[3], process.argv[4], Number(process.argv[5])];
const interval = 30_000;
const settling = 90_000; // What a start brings: the first sync of each feed, what is read ahead.
const ticks = Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));

/** Seconds of processor since the process began: fields 14 and 15 of proc_pid_stat(5). */
function processorOf(pid) {
  const fields = fs.readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /, '').split(' ');
  return (Number(fields[11]) + Number(fields[12])) / ticks;
}

const windowsOf = (pid, ...options) => {
  try {
    return execFileSync('xdotool', ['search', '--all', '--onlyvisible', '--pid', String(pid), ...options], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
      .split('\n').filter(Boolean).length;
  } catch {
    return 0; // It found none.
  }
};

async function measure(children) {
  execFileSync('callboardctl', ['connect', 'backstage', base, '--sign-in', 'guest', '--workspace', workspace], { stdio: ['ignore', 'ignore', 'inherit'] });
  children.push(spawn('trayer', ['--edge', 'top', '--widthtype', 'pixel', '--width', '60', '--height', '28'], { stdio: 'ignore' }));
  await until('the tray is there', 30, () => execFileSync('xdotool', ['search', '--onlyvisible', '--class', 'trayer'], { stdio: ['ignore', 'pipe', 'ignore'] }).length > 0);
  const program = spawn('callboard', ['--workspace', workspace, '--hidden'], { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, QT_QPA_PLATFORM: 'xcb' } });
  children.push(program);
  await until('its icon is in the tray', 60, () => windowsOf(program.pid) > 0);
  await sleep(settling);
  const percents = [];
  const memory = [];
  const first = processorOf(program.pid);
  for (let last = first, left = minutes * 60_000 / interval; left > 0; --left) {
    await sleep(interval);
    const now = processorOf(program.pid);
    percents.push((now - last) / (interval / 1000) * 100);
    memory.push(pssOf(program.pid));
    last = now;
  }
  const { connections } = JSON.parse(execFileSync('callboardctl', ['sources', '--json', '--workspace', workspace], { encoding: 'utf8' }));
  const feeds = connections.flatMap(connection => connection.feeds).map(({ id, state: standing, lastSuccess }) => [id, `${standing}, ${lastSuccess}`]);
  console.log(JSON.stringify({
    what: 'idle', entities: count, minutes, windows: windowsOf(program.pid, '--name', ' · Callboard$'),
    processorPercent: { mean: rounded((processorOf(program.pid) - first) / (minutes * 60) * 100), ...both(percents) },
    pssMb: { ...both(memory), last: rounded(memory.at(-1)) }, until: new Date(), feeds: Object.fromEntries(feeds),
  }));
  closeWith([verdict('hidden', both(memory).p95, pssOf(children[0].pid))], count); // Beside the backend, which has the same catalog.
}

async function main() {
  const children = [await startBackend(state)];
  try {
    await fill(count);
    await measure(children);
  } finally {
    for (const child of children.reverse()) child.kill();
  }
}

main().catch(error => {
  console.error(error.message);
  process.exit(1);
});
