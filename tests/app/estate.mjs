// One `mayday up` for a test, in a folder of its own that is gone afterwards.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** Comes back once everything answers. Options are those of `mayday up`; TLS keeps its files in the folder. */
export async function stand(mayday, { tls = false } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'mayday-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  const ready = join(folder, 'ready.json');
  const options = ['up', '--ready-file', ready, '--out', join(folder, 'up')];
  if (tls) options.push('--tls', join(folder, 'tls'));
  const child = spawn(mayday, options, { stdio: ['ignore', 'pipe', 'pipe'] });
  process.on('exit', () => child.kill('SIGKILL'));
  const estate = new Estate(child, folder);
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.startsWith('Everything answers')) break;
  }
  if (!existsSync(ready)) throw new Error(`the estate does not stand: ${estate.complaints}`);
  estate.addresses = JSON.parse(readFileSync(ready, 'utf8'));
  return estate;
}

class Estate {
  complaints = ''; // what it said on stderr

  constructor(child, folder) {
    this.child = child;
    this.folder = folder;
    this.left = once(child, 'exit');
    child.stderr.on('data', (text) => (this.complaints += text));
  }

  get alive() {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  /** The most memory that it ever had resident, in MiB. */
  get mostMemory() {
    const status = readFileSync(`/proc/${this.child.pid}/status`, 'utf8');
    return Number(/VmHWM:\s+(\d+)/.exec(status)[1]) / 1024;
  }

  /** Ctrl-C. Comes back with the exit code. */
  async close() {
    this.child.kill('SIGINT');
    const [code] = await this.left;
    return code;
  }

  /** Everything that the ledger holds, after `close`. */
  get ledger() {
    const text = readFileSync(join(this.folder, 'up', 'ledger.jsonl'), 'utf8');
    return text.trimEnd().split('\n').map((line) => JSON.parse(line));
  }
}
