// Where the words go beside the dots of a lane: no two cover each other, and a thin line down from each dot
// to its words crosses none of them.

/**
 * Gives each flag {x, width} that fits a `row` (0 is nearest to the dots) and a `left` edge, within [left, right];
 * one that fits nowhere gets neither and is left to pointing. Flags come in order of x. Works from the right: a flag
 * whose words would run into the next goes one row deeper, so that lines only pass where no words are yet.
 */
export function placeFlags(flags, {left, right, rows, gap}) {
  const placed = [];
  for (const flag of [...flags].reverse()) {
    const wanted = Math.max(left, flag.x + flag.width > right ? right - flag.width : flag.x);
    const row = firstFreeRow(flag, wanted, placed, rows, gap);
    if (row < 0) continue;
    Object.assign(flag, {row, left: wanted});
    placed.push(flag);
  }
}

function firstFreeRow(flag, left, placed, rows, gap) {
  for (let row = 0; row < rows; ++row)
    if (placed.every((other) => apart(flag, left, row, other, gap))) return row;
  return -1;
}

/** The words of both, and the line of each against the words of the other. */
function apart(flag, left, row, other, gap) {
  const right = left + flag.width;
  const otherRight = other.left + other.width;
  if (row === other.row) return right + gap <= other.left || otherRight + gap <= left;
  if (row > other.row) return flag.x + gap / 2 <= other.left || flag.x >= otherRight;
  return right <= other.x - gap / 2 || other.x <= left;
}

/** Marks {at, …} that would lie closer than `together` are one. Marks come in order of time. */
export function clustered(marks, x, together) {
  const clusters = [];
  for (const mark of marks) {
    const at = x(mark.at);
    const last = clusters.at(-1);
    if (last && at - last.x < together) last.marks.push(mark);
    else clusters.push({x: at, marks: [mark]});
  }
  return clusters;
}
