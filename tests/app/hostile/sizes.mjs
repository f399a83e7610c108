// More than anybody needs to say: refused early, and kept nowhere.
import { gzipSync } from 'node:zlib';
import { check } from '../checks.mjs';
import { request } from './doors.mjs';
import { refuses, refusesOrLeaves } from './refusals.mjs';

const kib = 1024;
const mib = 1024 * kib;
const post = (door, fields) => `POST ${door.write.target} HTTP/1.1\r\nHost: h\r\n${fields}\r\n\r\n`;
const chunked = (door) => post(door, 'Transfer-Encoding: chunked');
const bomb = gzipSync(Buffer.alloc(64 * mib)).toString('latin1');
const pieceOfChunks = '10000\r\n' + 'x'.repeat(64 * kib) + '\r\n';

/** `head`, then `piece` so often; `flood.sent` says how often it came to be sent. */
function flood(head, piece, times) {
  const pieces = {
    sent: 0,
    *[Symbol.iterator]() {
      yield head;
      for (; this.sent < times; ++this.sent) yield piece;
    },
  };
  return pieces;
}

async function isCutOff(door, what, pieces, times, statuses) {
  await refusesOrLeaves(door, what, pieces, statuses);
  check(`${door.name} does not hear all of ${what}`, pieces.sent < times, `${pieces.sent} of ${times} pieces`);
}

export async function refusesLargeHeads(door) {
  await refuses(door, '200 fields', post(door, 'a: b\r\n'.repeat(200).trimEnd()) + door.canary, [431]);
  const fields = `a: ${'b'.repeat(kib)}\r\n`.repeat(64).trimEnd();
  await refuses(door, 'fields of 64 KiB', post(door, fields) + door.canary, [431]);
  await refuses(door, 'a target of 64 KiB', request('GET', '/' + 'a'.repeat(64 * kib)) + door.canary, [431]);
  const trailer = `0\r\nx: ${'x'.repeat(mib)}\r\n\r\n`;
  await refusesOrLeaves(door, 'a trailer of 1 MiB', chunked(door) + trailer + door.canary, [431]);
  const line = flood('GET / HTTP/1.1\r\nHost: h\r\nx: ', 'x'.repeat(64 * kib), 768);
  await isCutOff(door, 'a line of 48 MiB', line, 768, [431]);
}

export async function refusesLargeBodies(door) {
  await refuses(door, 'a body announced too long', post(door, `Content-Length: ${mib + 1}`), [413]);
  const tooLong = post(door, `Content-Length: ${mib + 1}`) + 'x'.repeat(mib + 1);
  await refuses(door, 'a body too long', tooLong + door.canary, [413]);
  await refuses(door, 'chunks of more than a body', chunked(door) + pieceOfChunks.repeat(17), [413]);
  await refuses(door, 'a chunk announced as 2^64 - 1 bytes', chunked(door) + 'ffffffffffffffff\r\nx', [413]);
  await isCutOff(door, '400 MiB of chunks without an end', flood(chunked(door), pieceOfChunks, 6400), 6400, [413]);
  const frame = flood(chunked(door), `1;${'x'.repeat(10 * kib)}\r\ny\r\n`, 40_000);
  await isCutOff(door, '400 MiB of frame around tiny chunks', frame, 40_000, [413]);
}

/** Sixteen at a time, each of which would become 64 MiB for whoever unpacks it. */
export async function unpacksNothing(door) {
  const fields = { ...door.write.fields, 'Content-Type': 'application/json', 'Content-Encoding': 'gzip' };
  const bytes = request('POST', door.write.target, fields, bomb);
  await Promise.all(Array.from({ length: 16 }, () => refuses(door, 'a gzip bomb', bytes, clientErrors)));
}

/** Bodies that are not what they say, or say what they should not be. */
export async function refusesWrongBodies(door) {
  const bodies = [
    ['text/xml', '<a/>'],
    ['multipart/form-data; boundary=b', '--b\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n--b--\r\n'],
    ['application/json', '{"a":'],
    ['application/json', '\xff\xfe{\x00}\x00'],
    ['application/json', '['.repeat(100_000)],
    ['', '{}'],
  ];
  for (const [type, body] of bodies) {
    const bytes = request('POST', door.write.target, { ...door.write.fields, 'Content-Type': type }, body);
    await refuses(door, `${JSON.stringify(body.slice(0, 12))} as "${type}"`, bytes, clientErrors);
  }
}

const clientErrors = [400, 401, 403, 404, 409, 411, 413, 415, 422];
