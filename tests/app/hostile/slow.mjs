// Slow and idle peers beside healthy ones, at all doors at once.
import { setTimeout as pause } from 'node:timers/promises';
import { check } from '../checks.mjs';
import { answersIn, listen, open, talk } from './raw.mjs';

const slowPeers = 250;
const idlePeers = 1000;
const betweenBytes = 200; // ms
const betweenRounds = 20; // ms: the airline takes 4,000 requests a minute and refuses more, as it should

/** Sends a head one byte at a time, until it is left. */
async function drip(door) {
  const socket = open(door);
  const heard = listen(socket);
  socket.write('GET / HTTP/1.1\r\nHost: h\r\nx: ');
  const dripping = setInterval(() => socket.write('x'), betweenBytes);
  const { bytes, end } = await heard;
  clearInterval(dripping);
  const answers = answersIn(bytes);
  return end !== 'still open' && answers.length <= 1 && answers.every(({ status }) => status === 408);
}

/** Says nothing, until it is left. */
async function idle(door) {
  const { bytes, end } = await listen(open(door));
  return end === 'closed' && bytes === '';
}

/** Asks at every door, again and again until `over`. Comes back with the answers other than 200, and the longest wait. */
async function ask(doors, over) {
  const seen = { asked: 0, wrong: 0, longest: 0 };
  let done = false;
  over.then(() => (done = true));
  while (!done) {
    for (const door of doors) {
      const began = performance.now();
      const { answers } = await talk(door, door.healthy);
      seen.longest = Math.max(seen.longest, performance.now() - began);
      ++seen.asked;
      seen.wrong += answers[0]?.status === 200 ? 0 : 1;
    }
    await pause(betweenRounds);
  }
  return seen;
}

export async function slowPeersAreDropped(doors) {
  const spread = (count, peer) => Promise.all(Array.from({ length: count }, (_, i) => peer(doors[i % doors.length])));
  const dropped = Promise.all([spread(slowPeers, drip), spread(idlePeers, idle)]);
  const healthy = await ask(doors, dropped);
  const [slow, silent] = await dropped;
  check('every slow peer is dropped', slow.every(Boolean), `${slow.filter((ok) => !ok).length} were not`);
  check('every idle peer is dropped', silent.every(Boolean), `${silent.filter((ok) => !ok).length} were not`);
  const { asked, wrong, longest } = healthy;
  check('healthy requests beside them are answered', wrong === 0, `${wrong} of ${asked} were not`);
  const beside = `beside ${slowPeers} slow and ${idlePeers} idle peers`;
  console.log(`${beside}: ${asked} healthy answers, the slowest in ${longest.toFixed(0)} ms`);
}
