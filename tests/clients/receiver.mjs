// A travel desk's receiver of the airline's events.
import {createHmac, timingSafeEqual} from 'node:crypto';
import {createServer} from 'node:http';

/** Listens on loopback and keeps what arrives: `{headers, body}` with the body as the bytes that came. */
export class Receiver {
  #server;
  #arrived = [];
  #waiting = [];

  static async listen() {
    const receiver = new Receiver();
    receiver.#server = createServer((request, response) => receiver.#take(request, response));
    await new Promise((done) => receiver.#server.listen(0, '127.0.0.1', done));
    return receiver;
  }

  get url() {
    return `http://127.0.0.1:${this.#server.address().port}/hooks/airline`;
  }

  /** The next event of this type, past or to come, about that idempotency key; fails after a while. */
  async event(type, about, patience_ms = 20_000) {
    const until = Date.now() + patience_ms;
    for (;;) {
      const place = this.#arrived.findIndex(({body}) => {
        const event = JSON.parse(body);
        return event.type === type && (about === undefined || event.idempotency_key === about);
      });
      if (place >= 0) return this.#arrived.splice(place, 1)[0];
      await this.#next(until - Date.now(), type);
    }
  }

  close() {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  #take(request, response) {
    const parts = [];
    request.on('data', (part) => parts.push(part));
    request.on('end', () => {
      this.#arrived.push({headers: request.headers, body: Buffer.concat(parts)});
      response.writeHead(200).end();
      for (const wake of this.#waiting.splice(0)) wake();
    });
  }

  #next(ms, type) {
    return new Promise((wake, fail) => {
      const timer = setTimeout(() => fail(new Error(`no ${type} event came`)), Math.max(0, ms));
      this.#waiting.push(() => { clearTimeout(timer); wake(); });
    });
  }
}

/**
 * Whether the airline signed this event, as its documentation tells receivers to find out: the official
 * client has no function for it. `now` is in milliseconds since 1970.
 */
export function isGenuine({headers, body}, secret, now = Date.now()) {
  const [, t, v1] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(headers['x-duffel-signature'] ?? '') ?? [];
  if (!t || Math.abs(now / 1000 - Number(t)) > 300) return false;
  const expected = createHmac('sha256', secret).update(`${t}.`).update(body).digest();
  return timingSafeEqual(expected, Buffer.from(v1, 'hex'));
}
