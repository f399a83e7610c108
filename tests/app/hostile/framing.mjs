// Messages whose end two programs might see in different places. Behind each stands a whole request, which must
// never be carried out.
import { request } from './doors.mjs';
import { answers, refuses } from './refusals.mjs';

const lengths = ['Content-Length: 5', 'content-length:5', 'CONTENT-LENGTH: 05'];
const codings = [
  'Transfer-Encoding: chunked',
  'transfer-encoding:chunked',
  'TRANSFER-ENCODING: CHUNKED',
  'Transfer-Encoding: \tchunked',
  'Transfer-Encoding: chunked ',
  'Transfer-Encoding: identity',
  'Transfer-Encoding: gzip',
  'Transfer-Encoding: gzip, chunked',
  'Transfer-Encoding: chunked=1',
  'Transfer-Encoding: xchunked',
  'Transfer-Encoding: "chunked"',
  'Transfer-Encoding:',
];
const oddCodings = [
  'identity',
  'chunked, chunked',
  'chunked;q=1',
  'chunked,',
  '\x0bchunked',
  '',
  'chunked\r\nTransfer-Encoding: chunked',
];
const oddLengths = [
  '+5',
  '-5',
  '5, 5',
  '5, 6',
  '0x5',
  '5 5',
  '',
  '18446744073709551621', // 2^64 + 5
  '5\r\nContent-Length: 5',
  '5\r\nContent-Length: 6',
];
const oddChunks = ['x\r\n', '-1\r\n', '0x5\r\n12345\r\n', '5\r\n1234567\r\n', '5\n12345\r\n'];
const brokenFields = {
  'a folded line': 'X: a\r\n b',
  'a folded coding': 'Transfer-Encoding:\r\n\tchunked',
  'a space before the colon': 'Transfer-Encoding : chunked',
  'a line without a colon': 'Transfer-Encoding',
  'a control character in a name': 'X\x01: a',
  'NUL in a value': 'X: a\0b',
  'a second Host': 'Host: other',
};
const otherProtocols = {
  'the beginning of HTTP/2': 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
  'TLS': '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03',
  'HTTP/0.9': 'GET /hostile\r\n\r\n',
  'a version to come': 'GET /hostile HTTP/1.2\r\nHost: h\r\n\r\n',
  'no Host': 'GET /hostile HTTP/1.1\r\n\r\n',
  'lines that end with LF alone': 'GET /hostile HTTP/1.1\nHost: h\n\n',
};

/** With these fields; the end of a chunked body is five bytes, so both ways of reading come to the canary. */
const carrier = (door, fields, version = 'HTTP/1.1', body = '0\r\n\r\n') =>
  `POST ${door.write.target} ${version}\r\nHost: h\r\n${fields}\r\n\r\n${body}${door.canary}`;

export async function refusesLengthAndChunksTogether(door) {
  for (const length of lengths) {
    for (const coding of codings) {
      await refuses(door, `${length} before ${coding}`, carrier(door, `${length}\r\n${coding}`));
      await refuses(door, `${coding} before ${length}`, carrier(door, `${coding}\r\n${length}`));
    }
  }
}

export async function refusesBrokenFraming(door) {
  for (const coding of oddCodings)
    await refuses(door, `the coding "${coding}"`, carrier(door, `Transfer-Encoding: ${coding}`));
  for (const length of oddLengths)
    await refuses(door, `the length "${length}"`, carrier(door, `Content-Length: ${length}`));
  for (const [what, field] of Object.entries(brokenFields))
    await refuses(door, what, carrier(door, field));
  for (const [what, bytes] of Object.entries(otherProtocols)) await refuses(door, what, bytes);
  await refuses(door, 'chunks from an old client', carrier(door, 'Transfer-Encoding: chunked', 'HTTP/1.0'));
  for (const chunk of oddChunks)
    await refuses(door, `the chunk "${chunk}"`, carrier(door, 'Transfer-Encoding: chunked', 'HTTP/1.1', chunk));
}

/** Methods and routes that have no use for a body get one that is itself a request. */
export async function neverServesABody(door) {
  for (const method of ['GET', 'DELETE', 'HEAD', 'OPTIONS', 'PUT', 'FROB']) {
    const bytes = request(method, '/no/such/route', {}, door.canary);
    await answers(door, `${method} with a request for a body`, bytes, 1, { toHead: method === 'HEAD' });
  }
  const lost = request('POST', '/no/such/route', {}, door.canary);
  await answers(door, 'a POST to nowhere with a request for a body', lost, 1);
  const chunk = `${door.canary.length.toString(16)}\r\n${door.canary}\r\n0\r\n\r\n`;
  const head = request('GET', '/no/such/route', { 'Transfer-Encoding': 'chunked' });
  await answers(door, 'a GET with a request in a chunk', head + chunk, 1);
}

export async function answersWhatCameTogether(door) {
  await answers(door, 'requests that came together', door.healthy.repeat(100), 100, { status: 200 });
}
