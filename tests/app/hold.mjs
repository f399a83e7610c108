// Holds many connections to one URL. Usage: hold.mjs URL COUNT idle|asked
// idle: each has been answered once and is kept alive. asked: each has a request under way.
// Says "held COUNT" once it holds them. On SIGTERM it says "kept N", those that nobody has left, and goes.
import { once } from 'node:events';
import { connect } from 'node:net';

const [url, count, mode] = process.argv.slice(2);
const { hostname: host, port, pathname, search } = new URL(url);
const request = `GET ${pathname}${search} HTTP/1.1\r\nHost: h\r\n\r\n`;
const atOnce = 250;

async function hold() {
  const socket = connect({ host, port });
  socket.on('error', () => {});
  await once(socket, 'connect');
  socket.write(request);
  if (mode === 'idle') await once(socket, 'data');
  socket.resume();
  return socket;
}

const held = [];
while (held.length < count) {
  const batch = Math.min(atOnce, count - held.length);
  held.push(...(await Promise.all(Array.from({ length: batch }, hold))));
}
process.on('SIGTERM', () => {
  console.log(`kept ${held.filter((socket) => !socket.readableEnded && !socket.destroyed).length}`);
  for (const socket of held) socket.resetAndDestroy();
  process.exit(0);
});
console.log(`held ${held.length}`);
setInterval(() => {}, 60_000);
