// Peers that do not get as far as HTTP at a door that speaks TLS.
import { check } from '../checks.mjs';
import { listen, open, talk } from './raw.mjs';

const greeting = Buffer.from('1603010200010001fc0303', 'hex'); // how a client begins, cut short
const betweenBytes = 200; // ms

export async function doesNotTakePlainBytes(door) {
  const strangers = {
    'plain HTTP': door.canary,
    'noise': '\x80'.repeat(100_000),
    'a greeting cut short': greeting.toString('latin1'),
  };
  for (const [what, bytes] of Object.entries(strangers)) {
    const said = await talk(door, bytes, { socket: open(door, { plain: true }) });
    const left = said.end !== 'still open' && !said.bytes.includes('HTTP');
    check(`${door.name} leaves whoever sends ${what}`, left, said.bytes);
  }
}

/** Ten that greet a byte at a time and ten that say nothing. */
export async function dropsSlowHandshakes(door) {
  const greet = async (sends) => {
    const socket = open(door, { plain: true });
    const heard = listen(socket);
    let sent = 0;
    const next = () => sends && sent < greeting.length && socket.write(greeting.subarray(sent, ++sent));
    const dripping = setInterval(next, betweenBytes);
    const { end } = await heard;
    clearInterval(dripping);
    return end !== 'still open';
  };
  const dropped = await Promise.all(Array.from({ length: 20 }, (_, i) => greet(i % 2 === 0)));
  check(`${door.name} drops slow handshakes`, dropped.every(Boolean), dropped);
}
