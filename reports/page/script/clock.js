// Drill time, in milliseconds, as a person reads it.

const two = (n) => String(n).padStart(2, "0");

/** "9:05", or "1:02:05" from an hour on. */
export function clock(ms) {
  const seconds = Math.max(0, Math.round(ms / 1000));
  const minutes = Math.floor(seconds / 60);
  const rest = two(seconds % 60);
  return minutes < 60 ? `${minutes}:${rest}` : `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${rest}`;
}

/** What stands at a tick: hours and minutes, with seconds where ticks are that close. */
export const tickLabel = (ms, step) =>
  step < minute ? clock(ms) : `${Math.floor(ms / hour)}:${two(Math.floor((ms % hour) / minute))}`;

/** "1h9m", "3m20s", "45s". */
export function span(ms) {
  const seconds = Math.round(ms / 1000);
  const parts = [[Math.floor(seconds / 3600), "h"], [Math.floor(seconds / 60) % 60, "m"], [seconds % 60, "s"]];
  return parts.filter(([n]) => n > 0).map(([n, unit]) => n + unit).join("") || "0s";
}

const second = 1000;
export const minute = 60 * second;
const hour = 60 * minute;
const steps = [5 * second, 10 * second, 30 * second, minute, 2 * minute, 5 * minute, 10 * minute, 15 * minute,
  30 * minute, hour, 2 * hour, 4 * hour, 12 * hour];

/** The smallest round step of which at most `most` fit into `length`. */
export const tickStep = (length, most) =>
  steps.find((step) => length / step <= most) ?? Math.ceil(length / most / hour) * hour;

/** The multiples of `step` within [from, to]. */
export function ticksWithin(from, to, step) {
  const ticks = [];
  for (let at = Math.ceil(from / step) * step; at <= to; at += step) ticks.push(at);
  return ticks;
}
