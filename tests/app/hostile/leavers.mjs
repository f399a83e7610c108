// Peers that leave in the middle of a word, by FIN and by RST.
import { once } from 'node:events';
import { check } from '../checks.mjs';
import { answersIn, listen, open, talk } from './raw.mjs';

/** Whatever was cut off is not carried out, and not answered as if it had been whole. */
export async function carriesOutNothingCutShort(door) {
  let served = 0;
  for (let length = 1; length < door.canary.length; ++length) {
    const { answers } = await talk(door, door.canary.slice(0, length));
    served += answers.some(({ status }) => status < 400) ? 1 : 0;
    await tearOff(door, door.canary.slice(0, length));
  }
  check(`${door.name} serves no request that was cut short`, served === 0, `${served} served`);
}

/** Sends and resets. */
async function tearOff(door, bytes) {
  const socket = open(door);
  const left = listen(socket);
  await once(socket, 'connect');
  await new Promise((resolve) => socket.write(bytes, 'latin1', resolve));
  socket.resetAndDestroy();
  await left;
}

/** Peers that ask and do not stay for the answer. */
export async function outlivesThoseWhoDoNotStay(door) {
  for (let i = 0; i < 100; ++i) await tearOff(door, door.healthy);
  const { bytes } = await talk(door, door.healthy);
  check(`${door.name} goes on after peers that did not stay`, answersIn(bytes)[0]?.status === 200, bytes);
}
