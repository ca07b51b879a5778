// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
// checkverdict.js: that the verdicts of the comparisons say what was measured.
'use strict';

const assert = require('node:assert');
const { table, verdict } = require('./verdict.js');

const met = verdict('start', 200, 3500);
assert.equal(met.verdict, 'met');
assert.equal(met.ratio, 17.5);
assert.equal(verdict('start', 350, 3500).verdict, 'met');
assert.equal(verdict('start', 350.1, 3500).verdict, 'missed');
// What the portal has not is judged all the same; what we did not measure is not.
assert.deepEqual([verdict('paletteKey', 9, undefined).verdict, verdict('paletteKey', 9, undefined).ratio], ['missed', undefined]);
assert.equal(verdict('memory', undefined, 510).verdict, 'not measured');
assert.equal(verdict('memory', NaN, 510).verdict, 'not measured');
// A budget that follows from the portal's own time.
assert.equal(verdict('fullSync', 2400, 1500, 2500).verdict, 'met');
assert.equal(verdict('fullSync', 2600, 1500, 2500).verdict, 'missed');
assert.equal(verdict('fullSync', 2600, 1500).verdict, 'not measured');

const text = table([met, verdict('entity', 20, 700), verdict('paletteKey', 3.25)], 10_000).split('\n');
assert.equal(text.length, 5);
assert.match(text[2], /^start to a usable catalog, p50 \(budget: of 100,000; here 10,000\) +<= 350 ms +200 ms +3,500 ms +18x  met$/);
assert.match(text[3], /^focus another entity, all panes repainted, p95 +<= 16 ms +20 ms +700 ms +35x  missed$/);
assert.match(text[4], / 3\.25 ms +- +-  met$/);
assert.ok(!table([met], 100_000).includes('budget: of'));
console.log('the verdicts are right');
