// burst.mjs URL COUNT [HEAL_URL TOKEN]: opens COUNT connections, asks once on each, all at once, and prints how long the
// answers took: "ANSWERED P50 P99 MAX", in milliseconds. With HEAL_URL it waits until all have asked, sends DELETE there,
// and counts from then.
import net from 'node:net';
import {setTimeout as pause} from 'node:timers/promises';

const [address, count, heal, token] = process.argv.slice(2);
const url = new URL(address);
const request = `GET ${url.pathname}${url.search} HTTP/1.1\r\nhost: ${url.host}\r\n\r\n`;

function connect() {
  return new Promise((resolve, reject) => {
    const socket = net.connect({host: url.hostname, port: url.port, noDelay: true}, () => resolve(socket));
    socket.once('error', reject);
  });
}
const sockets = [];
for (let i = 0; i < Number(count); ++i) sockets.push(await connect());

let since = [];
const took = [];
const all = sockets.map((socket, i) => new Promise((resolve) => {
  const over = () => { took[i] ??= performance.now() - since[i]; resolve(); };
  socket.once('data', over);
  socket.once('end', over);
  socket.once('close', over);
  socket.on('error', over);
}));
for (const [i, socket] of sockets.entries()) {
  since[i] = performance.now();
  socket.write(request);
}
if (heal !== undefined) {
  await pause(2000);
  const place = new URL(heal);
  const control = net.connect({host: place.hostname, port: place.port, noDelay: true});
  await new Promise((resolve) => control.once('connect', resolve));
  since = since.map(() => performance.now());
  control.write(`DELETE ${place.pathname} HTTP/1.1\r\nhost: ${place.host}\r\nauthorization: Bearer ${token}\r\n` +
    'content-type: application/json\r\ncontent-length: 0\r\n\r\n');
}
await Promise.all(all);
took.sort((a, b) => a - b);
const at = (share) => took[Math.min(took.length - 1, Math.floor(took.length * share))].toFixed(1);
console.log(took.length, at(0.5), at(0.99), at(1));
process.exit(0);
