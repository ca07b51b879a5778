// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a comparison closes with: each budget, what both took, and whether ours is within it.
'use strict';

// What the budgets say of each line. `size`: the number of entities that the budget is for, where it depends on that.
const budgets = {
  start: { line: 'start to a usable catalog, p50', unit: 'ms', most: 350, size: 100_000 },
  paletteKey: { line: 'key press to painted result, palette, p95', unit: 'ms', most: 8, size: 100_000 },
  filterKey: { line: 'key press to painted result, catalog filter, p95', unit: 'ms', most: 8, size: 100_000 },
  entity: { line: 'focus another entity, all panes repainted, p95', unit: 'ms', most: 16 },
  memory: { line: 'memory (PSS), catalog open', unit: 'MB', most: 120, size: 100_000 },
  hidden: { line: 'memory (PSS), hidden in the tray', unit: 'MB', most: 80, size: 10_000 },
  docs: { line: 'first paint of a documentation page from the mirror, p95', unit: 'ms', most: 16 },
  fullSync: { line: 'full sync', unit: 'ms' }, // The server's own time and one second.
  sameSync: { line: 'sync in which nothing changed, of a full one\'s bytes', unit: '%', most: 1 },
};

const isNumber = value => typeof value === 'number' && Number.isFinite(value);

/**
 * One line: what was measured of ours, and of the portal's where it has the like. `most` where the budget depends on what was measured. Nothing
 * was measured: it is not judged, and neither met nor missed.
 */
function verdict(id, ours, portal, most = budgets[id].most) {
  const { line, unit, size } = budgets[id];
  return {
    line, unit, size, budget: most, ours: isNumber(ours) ? ours : undefined, portal: isNumber(portal) ? portal : undefined,
    ratio: isNumber(ours) && isNumber(portal) && ours > 0 ? portal / ours : undefined,
    verdict: !isNumber(ours) || !isNumber(most) ? 'not measured' : ours <= most ? 'met' : 'missed',
  };
}

const digits = (value, unit) => (value === undefined ? '-' : `${value.toLocaleString('en', { maximumFractionDigits: value < 10 ? 2 : 0 })} ${unit}`);

/** The verdicts as a table; each budget that is for another number of entities than `entities` says so. */
function table(verdicts, entities) {
  const head = ['what', 'budget', 'Callboard', 'portal', 'ratio', ''];
  const rows = verdicts.map(one => [
    one.line + (one.size && entities && one.size !== entities ? ` (budget: of ${one.size.toLocaleString('en')}; here ${entities.toLocaleString('en')})` : ''),
    one.budget === undefined ? '-' : `<= ${digits(one.budget, one.unit)}`,
    digits(one.ours, one.unit), digits(one.portal, one.unit), one.ratio === undefined ? '-' : `${digits(one.ratio, '')}x`.replace(' x', 'x'), one.verdict,
  ]);
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map(row => row[column].length)));
  const isText = column => column === 0 || column === head.length - 1;
  const laid = row => row.map((cell, column) => (isText(column) ? cell.padEnd(widths[column]) : cell.padStart(widths[column]))).join('  ').trimEnd();
  return [laid(head), widths.map(width => '-'.repeat(width)).join('  '), ...rows.map(laid)].join('\n');
}

/** Prints the table, and a last line that counts. */
function close(verdicts, entities) {
  const count = word => verdicts.filter(one => one.verdict === word).length;
  console.log(`\n${table(verdicts, entities)}\n${count('met')} met, ${count('missed')} missed, ${count('not measured')} not measured`);
}

module.exports = { close, table, verdict };
