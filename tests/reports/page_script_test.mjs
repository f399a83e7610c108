// The parts of the page's script that need no browser.
import assert from 'node:assert';
import {test} from 'node:test';
import {clustered, placeFlags} from '../../reports/page/script/captions.js';
import {clock, span, tickLabel, tickStep, ticksWithin} from '../../reports/page/script/clock.js';
import {datesBelow, placesOf, spread} from '../../reports/page/script/spread.js';

const minute = 60_000;

test('a clock shows hours only from an hour on', () => {
  assert.deepEqual([0, 65_000, 62 * minute, 605 * minute].map(clock), ['0:00', '1:05', '1:02:00', '10:05:00']);
});

test('a span names its units', () => {
  assert.deepEqual([0, 45_000, 69 * minute, 120 * minute].map(span), ['0s', '45s', '1h9m', '2h']);
});

test('ticks are round and no more than fit', () => {
  assert.equal(tickStep(120 * minute, 16), 10 * minute);
  assert.equal(tickStep(72 * 60 * minute, 10), 12 * 60 * minute);
  assert.deepEqual(ticksWithin(7 * minute, 31 * minute, 10 * minute), [10 * minute, 20 * minute, 30 * minute]);
  assert.equal(tickLabel(70 * minute, 10 * minute), '1:10');
  assert.equal(tickLabel(30_000, 10_000), '0:30');
});

test('marks close together are one', () => {
  const clusters = clustered([{at: 0}, {at: 5}, {at: 20}], (at) => at, 9);
  assert.deepEqual(clusters.map(({x, marks}) => [x, marks.length]), [[0, 2], [20, 1]]);
});

test('a flag whose words would run into the next goes one row deeper', () => {
  const flags = [{x: 0, width: 50}, {x: 30, width: 50}, {x: 100, width: 50}];
  placeFlags(flags, {left: 0, right: 400, rows: 2, gap: 4});
  assert.deepEqual(flags.map((flag) => flag.row), [1, 0, 0]);
});

test('a flag at the right edge turns inwards', () => {
  const flags = [{x: 380, width: 50}];
  placeFlags(flags, {left: 0, right: 400, rows: 1, gap: 4});
  assert.equal(flags[0].left, 350);
});

test('whatever the flags, no words cover words and no line crosses them', () => {
  // A small keyed generator, so that a failure repeats.
  let state = 7;
  const draw = (below) => ((state = (state * 1103515245 + 12345) % 2147483648) / 2147483648) * below;
  for (let round = 0; round < 500; ++round) {
    const flags = [];
    for (let x = draw(30); x < 1000; x += 9 + draw(80)) flags.push({x, width: 20 + draw(160)});
    placeFlags(flags, {left: 0, right: 1000, rows: 4, gap: 8});
    const shown = flags.filter((flag) => flag.row !== undefined);
    for (const a of shown) {
      assert(a.left >= 0 && a.left + a.width <= 1000.001);
      for (const b of shown) {
        if (a === b) continue;
        if (a.row === b.row) assert(a.left + a.width <= b.left || b.left + b.width <= a.left);
        if (a.row > b.row) assert(a.x < b.left || a.x >= b.left + b.width, `line at ${a.x} through words at ${b.left}`);
      }
    }
  }
});

test('drills stand where their time is, but never closer than a dot is wide', () => {
  assert.deepEqual(spread([0, 50, 100], 0, 100, 10), [0, 50, 100]);
  assert.deepEqual(spread([0, 50, 50, 100], 0, 100, 10), [0, 45, 55, 100]);
  assert.deepEqual(spread([98, 99, 100], 0, 100, 10), [80, 90, 100]);
  assert.deepEqual(spread([7, 7, 7], 0, 100, 60), [0, 50, 100]);
  assert.deepEqual(placesOf([5, 5], 0, 100, 10), [45, 55]);
});

test('a day is written once, the times when there is but one day', () => {
  const texts = (drills) => datesBelow(drills, drills.map((_, i) => 100 * (i + 1)), 0, 500, () => 40).map(({text}) => text);
  assert.deepEqual(texts([{day: 'a', minute: '1'}, {day: 'a', minute: '2'}, {day: 'b', minute: '3'}]), ['a', 'b']);
  assert.deepEqual(texts([{day: 'a', minute: '1'}, {day: 'a', minute: '2'}]), ['a 1', '2']);
});
