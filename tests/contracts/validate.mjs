// Holds what the vendors' tests recorded against the contracts:
//
//   node validate.mjs SOURCE RECORDS
//
// SOURCE has `mocks/VENDOR/contract.yaml`, RECORDS has one `.jsonl` file a test. Ends with 1 when a
// contract is not valid OpenAPI, an exchange breaks one, or an operation was never carried out.
import {createReadStream, readdirSync} from 'node:fs';
import {createInterface} from 'node:readline';
import {join} from 'node:path';
import {readContract} from './contract.mjs';
import {examine} from './exchange.mjs';

const VENDORS = ['hesi', 'airline', 'hotel', 'payment'];

async function* recorded(folder) {
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.jsonl')).sort()) {
    const lines = createInterface({input: createReadStream(join(folder, file)), crlfDelay: Infinity});
    for await (const line of lines) yield {test: file.replace('.jsonl', ''), ...JSON.parse(line)};
  }
}

/** One vendor's row of the table. */
class Tally {
  constructor(contract) {
    this.contract = contract;
    this.carriedOut = new Set();
    this.validated = 0;
    this.outside = 0;
    this.altered = 0;
    this.broken = 0;
    this.wrongs = new Map();
  }

  take(exchange) {
    if (exchange.altered) {
      this.altered += 1;
      return;
    }
    const {operation, accepted, wrong} = examine(this.contract, exchange);
    if (!operation) this.outside += 1;
    else this.validated += 1;
    if (operation && accepted) this.carriedOut.add(operation.id);
    if (wrong.length > 0) this.broken += 1;
    for (const what of wrong) this.note(exchange, operation?.id ?? 'no operation', what);
  }

  /** The same wrong once, with how often and the first place to look. */
  note(exchange, operation, what) {
    const key = `${operation} ${exchange.answer.status}: ${what}`;
    const seen = this.wrongs.get(key) ?? {times: 0, exchange};
    this.wrongs.set(key, {...seen, times: seen.times + 1});
  }

  get missing() {
    return this.contract.operations.map((operation) => operation.id).filter((id) => !this.carriedOut.has(id));
  }
}

function print(tallies) {
  for (const {contract} of tallies) {
    for (const fault of contract.faults) console.log(`${contract.vendor} contract is not valid OpenAPI: ${fault}`);
  }
  for (const {contract, wrongs} of tallies) {
    for (const [what, {times, exchange}] of wrongs) {
      console.log(`${contract.vendor} ${what}\n    ${times} times, first in ${exchange.test}: ${exchange.method} ${exchange.target}`);
    }
  }
  for (const {contract, missing} of tallies) {
    if (missing.length > 0) console.log(`${contract.vendor} never carried out: ${missing.sort().join(' ')}`);
  }
  const columns = ['vendor', 'operations', 'carried out', 'validated', 'failures', 'no operation', 'altered'];
  const row = (cells) => console.log(cells.map((cell, place) => place ? String(cell).padStart(13) : cell.padEnd(8)).join(''));
  row(columns);
  for (const tally of tallies) {
    row([tally.contract.vendor, tally.contract.operations.length, tally.carriedOut.size, tally.validated, tally.broken,
      tally.outside, tally.altered]);
  }
  console.log(summary(tallies));
}

/** "82 of 82 operations, plus payment 5 of 5": the gateway imitates no product, so it is told apart. */
function summary(tallies) {
  const sum = (some) => {
    const of = some.reduce((all, tally) => all + tally.contract.operations.length, 0);
    return `${of - some.reduce((all, tally) => all + tally.missing.length, 0)} of ${of}`;
  };
  const own = (tally) => tally.contract.vendor === 'payment';
  return `${sum(tallies.filter((tally) => !own(tally)))} operations, plus payment ${sum(tallies.filter(own))}`;
}

const [source, records] = process.argv.slice(2);
const tallies = new Map();
for (const vendor of VENDORS) {
  tallies.set(vendor, new Tally(await readContract(vendor, join(source, 'mocks', vendor, 'contract.yaml'))));
}
for await (const exchange of recorded(records)) tallies.get(exchange.vendor).take(exchange);
print([...tallies.values()]);
const well = [...tallies.values()].every(({contract, broken, missing}) =>
  contract.faults.length === 0 && broken === 0 && missing.length === 0);
process.exitCode = well ? 0 : 1;
