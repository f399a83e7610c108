// A client that puts bytes on a socket as they are, and reads what comes back until the far side leaves.
import { once } from 'node:events';
import { connect as connectPlain } from 'node:net';
import { connect as connectTls } from 'node:tls';

const patience = 60_000; // ms; far beyond every deadline of a listener

/** A socket to the door; over TLS when the door has a `ca`, unless told to go there in plain. */
export function open(door, { plain = door.ca === undefined } = {}) {
  const { host, port, ca } = door;
  return plain ? connectPlain({ host, port }) : connectTls({ host, port, ca });
}

/**
 * Sends the pieces, says that no more will come, and listens. `talk.answers` are the responses, `talk.bytes`
 * what they are made of, `talk.end` is "closed", "reset" or "still open".
 */
export async function talk(door, pieces, { socket = open(door), toHead = false } = {}) {
  const heard = listen(socket);
  for (const piece of typeof pieces === 'string' ? [pieces] : pieces) {
    if (socket.destroyed || socket.readableEnded) break;
    if (!socket.write(piece, 'latin1')) await Promise.race([once(socket, 'drain'), heard]).catch(() => {});
  }
  socket.end();
  const { bytes, end } = await heard;
  return { bytes, end, answers: answersIn(bytes, toHead) };
}

/** Comes back with everything that the far side said, once it has left. */
export function listen(socket) {
  return new Promise((resolve) => {
    const parts = [];
    let end = 'closed';
    socket.on('data', (part) => parts.push(part));
    socket.on('error', () => (end = 'reset'));
    socket.setTimeout(patience, () => {
      end = 'still open';
      socket.destroy();
    });
    socket.on('close', () => resolve({ bytes: Buffer.concat(parts).toString('latin1'), end }));
  });
}

/** The responses one after the other. What is no response counts as one with status 0. */
export function answersIn(bytes, toHead = false) {
  const answers = [];
  let rest = bytes;
  while (rest !== '') {
    const [head] = rest.split('\r\n\r\n', 1);
    const status = Number(/^HTTP\/1\.1 (\d{3}) /.exec(head)?.[1] ?? 0);
    const length = Number(/^content-length: *(\d+)/im.exec(head)?.[1] ?? 0);
    const from = head.length + 4;
    const to = toHead && answers.length === 0 ? from : from + length;
    answers.push({ status, body: Buffer.from(rest.slice(from, to), 'latin1').toString('utf8') });
    rest = status === 0 ? '' : rest.slice(to);
  }
  return answers;
}
