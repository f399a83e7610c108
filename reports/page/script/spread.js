// Where drills stand in time: each where its time is, but never closer than a dot is wide, and always in order.

/**
 * The places nearest to `wanted` (in order) that lie within [left, right] and at least `gap` apart, or evenly if there
 * is no room for that. Neighbours that would touch move apart about their common middle.
 */
export function spread(wanted, left, right, gap) {
  const apart = Math.min(gap, (right - left) / Math.max(1, wanted.length - 1));
  const blocks = [];
  wanted.forEach((place, i) => {
    blocks.push({sum: place - i * apart, count: 1});
    while (blocks.length > 1 && middle(blocks.at(-2)) > middle(blocks.at(-1))) {
      const {sum, count} = blocks.pop();
      blocks.at(-1).sum += sum;
      blocks.at(-1).count += count;
    }
  });
  const last = right - apart * (wanted.length - 1);
  return blocks.flatMap((block) => Array(block.count).fill(Math.min(last, Math.max(left, middle(block)))))
    .map((place, i) => place + i * apart);
}

const middle = ({sum, count}) => sum / count;

/** Times of any unit as places from left to right; in the middle when they are all the same. */
export function placesOf(times, left, right, gap) {
  const [first, last] = [times[0], times.at(-1)];
  const place = (at) => (last > first ? left + ((at - first) / (last - first)) * (right - left) : (left + right) / 2);
  return spread(times.map(place), left, right, gap);
}

/**
 * What is written below them: every day once, beneath its first drill, or the time of each if all are of one day. One
 * that would touch the one before it is left out. Drills have {day, minute}.
 */
export function datesBelow(drills, places, left, right, measure) {
  const oneDay = drills.every(({day}) => day === drills[0].day);
  const written = [];
  drills.forEach((drill, i) => {
    const text = !oneDay ? drill.day : i === 0 ? `${drill.day} ${drill.minute}` : drill.minute;
    if (written.some((one) => one.text === text)) return;
    const half = measure(text) / 2;
    const x = Math.min(Math.max(places[i], left + half), right - half);
    const before = written.at(-1);
    if (before && x - half < before.x + before.half + 10) return;
    written.push({text, x, half, at: places[i]});
  });
  return written;
}
