// The schema for editors and the reader agree: on every scenario of the library, and on mutants of them. A mutant
// breaks what a schema can know (keys, kinds, words, units), never what only the reader knows (references, people).
import assert from 'node:assert';
import {execFileSync} from 'node:child_process';
import {cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {test} from 'node:test';
import Ajv2020 from 'ajv/dist/2020.js';
import {parse, stringify} from 'yaml';

const mayday = process.env.MAYDAY;
const folder = process.env.MAYDAY_SCENARIOS;
const schema = JSON.parse(readFileSync(join(folder, 'scenario.schema.json')));
const accepts = new Ajv2020({strict: false}).compile(schema);
const work = mkdtempSync(join(tmpdir(), 'mayday-schema-'));
cpSync(folder, work, {recursive: true});  // a link may not lead out of a scenario's folder
process.on('exit', () => rmSync(work, {recursive: true, force: true}));

const library = readdirSync(folder)
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => ({name, drill: parse(readFileSync(join(folder, name), 'utf8'))}))
  .filter(({drill}) => drill.scenario !== undefined);

function readerAccepts(drill) {
  const file = join(work, 'drill.yaml');
  writeFileSync(file, stringify(drill));
  try {
    execFileSync(mayday, ['check', file], {stdio: 'pipe'});
    return true;
  } catch (error) {
    assert.strictEqual(error.status, 2, String(error.stderr));
    return false;
  }
}

test('every scenario of the library is one', () => {
  assert.ok(library.length >= 2);
  for (const {name, drill} of library) {
    assert.ok(accepts(drill), name + ': ' + JSON.stringify(accepts.errors?.slice(0, 3)));
    assert.ok(readerAccepts(drill), name);
  }
});

/// Every place in a drill that the language has a shape for: [path, value].
function places(value, path = []) {
  if (value === null || typeof value !== 'object') return [[path, value]];
  const inner = Object.entries(value).flatMap(([key, one]) => places(one, [...path, key]));
  return [[path, value], ...inner];
}

const FREE = new Set(['text', 'from', 'title', 'origin', 'body', 'to', 'set', 'zh', 'en', 'responders', 'gates', 'component', 'kind', 'party']);

/// One way to break a drill at a place, by what stands there; nothing where a schema could not tell.
function broken(path, value) {
  const key = path.at(-1);
  if (path.some((part) => FREE.has(part)) || path.length === 0) return [];
  if (value !== null && typeof value === 'object' && !Array.isArray(value)) {
    const open = ['fixes', 'header', 'headers', 'parameters'].includes(key) && path.length > 1;
    return open ? [] : [(drill) => { at(drill, path).no_such_key = 1; }];
  }
  if (typeof value === 'string' && /^\d+(ms|s|m|h)/.test(value))
    return [(drill) => { set(drill, path, Number.parseInt(value)); }, (drill) => { set(drill, path, value + 'x'); }];
  if (typeof value === 'string' && value.endsWith('%'))
    return [(drill) => { set(drill, path, value.slice(0, -1) + ' percent'); }];
  if (typeof value === 'string' && ['vendor', 'stage', 'heal', 'then'].includes(key))
    return [(drill) => { set(drill, path, 'no-such-word'); }];
  if (Number.isInteger(value) && path.includes('estate')) return [(drill) => { set(drill, path, 'many'); }];
  return [];
}
const at = (drill, path) => path.reduce((part, key) => part[key], drill);
const set = (drill, path, value) => { at(drill, path.slice(0, -1))[path.at(-1)] = value; };

test('two hundred mutants are refused by both', () => {
  const mutants = library.flatMap(({name, drill}) =>
    places(drill).flatMap(([path, value]) =>
      broken(path, value).map((breaks) => ({name, path, breaks, drill}))));
  const step = Math.max(1, Math.floor(mutants.length / 200));
  let tried = 0;
  for (let i = 0; i < mutants.length && tried < 200; i += step, ++tried) {
    const {name, path, breaks, drill} = mutants[i];
    const mutant = structuredClone(drill);
    breaks(mutant);
    const where = name + ' at ' + path.join('.');
    assert.strictEqual(accepts(mutant), false, 'the schema accepts ' + where);
    assert.strictEqual(readerAccepts(mutant), false, 'the reader accepts ' + where);
  }
  assert.ok(tried >= Math.min(200, mutants.length), 'only ' + tried + ' mutants');
});
