// A vendor's contract, read from its OpenAPI 3.0 file and ready to hold exchanges against.
//
// Ajv checks every schema. The validators that take whole exchanges were not fit: they look only at
// `application/json` (the hotel speaks `application/vnd.amadeus+json`) and take `$` and `[` of Hesi's
// paths for parts of a pattern. What they would have added beside the schemas is `values.mjs`.
import {readFileSync} from 'node:fs';
import {Validator} from '@seriousme/openapi-schema-validator';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import {parse} from 'yaml';

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];

/** Reads a contract. `faults` says why its file is not a valid OpenAPI document; empty: it is. */
export async function readContract(vendor, file) {
  const document = parse(readFileSync(file, 'utf8'));
  return {...makeContract(vendor, document), faults: await documentFaults(document)};
}

/** What keeps a document from being valid OpenAPI; without those that only follow from another. */
export async function documentFaults(document) {
  const {valid, errors} = await new Validator().validate(structuredClone(document));
  if (valid) return [];
  if (!Array.isArray(errors)) return [String(errors)];
  return errors.filter(({keyword}) => keyword !== 'oneOf' && keyword !== 'anyOf')
    .map(({instancePath, message, params}) => `${instancePath} ${message} ${JSON.stringify(params)}`);
}

export function makeContract(vendor, document) {
  const ajv = new Ajv({strict: false, allErrors: true, validateSchema: false});
  addFormats(ajv);
  ajv.addSchema(absolute(document, vendor), vendor);
  const compile = (schema) => ajv.compile(absolute(schema, vendor));
  const operations = Object.entries(document.paths).flatMap(([path, item]) =>
    METHODS.filter((method) => item[method]).map((method) =>
      makeOperation(document, compile, path, item, method)));
  requireDistinct(vendor, operations);
  return {vendor, operations, routes: makeRoutes(operations)};
}

/** The operation that a request asks for, and its path's values by name; undefined when there is none. */
export function findOperation(contract, method, path) {
  for (const {operation, names, pattern} of contract.routes) {
    const match = operation.method === method && pattern.exec(path);
    if (!match) continue;
    return {operation, values: new Map(names.map((name, place) => [name, decodeURIComponent(match[place + 1])]))};
  }
  return undefined;
}

/** A path without parameters is meant before one that would take its last word for a value. */
function makeRoutes(operations) {
  const routes = operations.flatMap((operation) => operation.paths.map((path) => ({
    operation,
    names: [...path.matchAll(/\{([^}]+)\}/g)].map((match) => match[1]),
    pattern: patternOf(path),
  })));
  return routes.sort((a, b) => a.names.length - b.names.length);
}

function makeOperation(document, compile, path, item, method) {
  const operation = item[method];
  const look = (node) => resolve(document, node);
  const parameters = [...(item.parameters ?? []), ...(operation.parameters ?? [])].map(look);
  return {
    id: operation.operationId,
    method: method.toUpperCase(),
    paths: [path, ...(operation['x-path-aliases'] ?? [])],
    acceptedWhen: compile(operation['x-accepted-when'] ?? {}),
    parameters: parameters.map((parameter) => makeValue(document, compile, parameter)),
    security: makeSecurity(document, operation),
    body: operation.requestBody && makeBody(document, compile, look(operation.requestBody)),
    responses: new Map(Object.entries(operation.responses).map(([status, response]) =>
      [status, makeResponse(document, compile, look(response))])),
  };
}

/** A parameter or a header: where it is, and the check of its schema. */
function makeValue(document, compile, parameter) {
  return {...parameter, schema: resolve(document, parameter.schema), check: compile(parameter.schema)};
}

function makeBody(document, compile, {required = false, content = {}}) {
  return {required, content: makeContent(document, compile, content)};
}

function makeResponse(document, compile, {headers = {}, content = {}}) {
  return {
    headers: Object.entries(headers).map(([name, header]) =>
      makeValue(document, compile, {...resolve(document, header), name, in: 'header'})),
    content: makeContent(document, compile, content),
  };
}

function makeContent(document, compile, content) {
  return new Map(Object.entries(content).map(([type, {schema}]) =>
    [type, {schema: resolve(document, schema), check: compile(schema)}]));
}

/** The ways in which a caller may prove who it is: any of them; each is a list of schemes. */
function makeSecurity(document, operation) {
  return (operation.security ?? document.security ?? []).map((way) =>
    Object.keys(way).map((name) => document.components.securitySchemes[name]));
}

/** What is not a parameter is meant literally, raw or percent-encoded: Hesi's `$` and brackets. */
function patternOf(path) {
  const literal = (text) => [...text].map((char) => /[\w/.-]/.test(char) ? char
    : `(?:\\${char}|${encodeURIComponent(char)})`).join('').replaceAll('.', '\\.');
  const parts = path.split(/\{[^}]+\}/).map(literal);
  return new RegExp(`^${parts.join('([^/]+?)')}/?$`, 'i');
}

function requireDistinct(vendor, operations) {
  const ids = operations.map((operation) => operation.id);
  const bad = ids.filter((id, place) => !id || ids.indexOf(id) !== place);
  if (bad.length > 0) throw new Error(`${vendor}: operations without an id of their own: ${bad}`);
}

function resolve(document, node) {
  if (!node?.$ref) return node;
  const found = node.$ref.split('/').slice(1).reduce((at, word) => at[unescape(word)], document);
  return resolve(document, found);
}

const unescape = (word) => decodeURIComponent(word).replaceAll('~1', '/').replaceAll('~0', '~');

/** The same with every reference naming its document, so that a part of it can stand alone. */
function absolute(node, vendor) {
  if (Array.isArray(node)) return node.map((child) => absolute(child, vendor));
  if (node === null || typeof node !== 'object') return node;
  return Object.fromEntries(Object.entries(node).map(([name, child]) =>
    name === '$ref' && typeof child === 'string' ? [name, `${vendor}${child}`] : [name, absolute(child, vendor)]));
}
