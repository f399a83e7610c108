// Whether the validator notices: one good exchange, and every way of breaking it.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {documentFaults, findOperation, makeContract} from './contract.mjs';
import {examine} from './exchange.mjs';

const room = {
  type: 'object', required: ['id', 'price'],
  properties: {id: {type: 'string'}, price: {type: 'string', nullable: true}, booked: {$ref: '#/components/schemas/Flag'}},
};
const json = (schema) => ({'application/json': {schema}});
const document = {
  openapi: '3.0.3',
  info: {title: 'Rooms', version: '1'},
  security: [{bearer: []}],
  paths: {
    '/rooms/${id}/[{days}]': {
      put: {
        operationId: 'changeRoom',
        'x-path-aliases': ['/beds/${id}/[{days}]/{guests}'],
        'x-accepted-when': {properties: {id: {not: {enum: ['']}}}},
        parameters: [
          {name: 'id', in: 'path', required: true, schema: {type: 'string', pattern: '^r'}},
          {name: 'days', in: 'path', required: true, schema: {type: 'string'}},
          {name: 'guests', in: 'query', required: true, schema: {type: 'integer', minimum: 1}},
          {name: 'beds', in: 'query', explode: false, schema: {type: 'array', items: {type: 'integer'}}},
          {name: 'X-Version', in: 'header', required: true, schema: {type: 'string', enum: ['2']}},
        ],
        requestBody: {required: true, content: json(room)},
        responses: {
          200: {
            description: 'Changed', content: json(room),
            headers: {'x-id': {required: true, schema: {type: 'integer'}}},
          },
          400: {description: 'Refused', content: json({type: 'object', required: ['error']})},
        },
      },
    },
    '/rooms/{id}': {delete: {operationId: 'dropRoom', security: [], parameters: [{name: 'id', in: 'path', required: true, schema: {type: 'string'}}], responses: {204: {description: 'Gone'}}}},
    '/rooms/all': {delete: {operationId: 'dropAll', security: [], responses: {204: {description: 'Gone'}}}},
  },
  components: {
    securitySchemes: {bearer: {type: 'http', scheme: 'bearer'}},
    schemas: {Flag: {type: 'boolean'}},
  },
};
const contract = makeContract('rooms', document);

const good = () => ({
  operation: 'changeRoom', method: 'PUT', target: '/rooms/$r1/[1,2]?guests=2&beds=1,2',
  headers: [['authorization', 'Bearer x'], ['x-version', '2'], ['content-type', 'application/json']],
  body: '{"id":"r1","price":null,"booked":true}',
  answer: {
    status: 200, headers: [['Content-Type', 'application/json'], ['X-Id', '7']],
    body: '{"id":"r1","price":"1.00"}',
  },
});
const without = (headers, name) => headers.filter(([field]) => field.toLowerCase() !== name);

/** What the validator says of the good exchange after a change to it. */
function wrongAfter(change) {
  const exchange = good();
  change(exchange);
  return (examine(contract, exchange)).wrong;
}

test('a good exchange is well', () => {
  const {operation, accepted, wrong} = examine(contract, good());
  assert.deepEqual([operation.id, accepted, wrong], ['changeRoom', true, []]);
});

const breaks = {
  'a value in the path': [(x) => { x.target = '/rooms/$q/[1]?guests=2'; }, /request path id must match pattern/],
  'a parameter that is missing': [(x) => { x.target = '/rooms/$r1/[1]'; }, /request query guests is missing/],
  'a parameter of another type': [(x) => { x.target = '/rooms/$r1/[1]?guests=two'; }, /request query guests must be integer/],
  'a list with a bad item': [(x) => { x.target += ',three'; }, /request query beds\/\* must be integer/],
  'a request header': [(x) => { x.headers[1][1] = '1'; }, /request header X-Version must be equal to one of the allowed values \(2\)/],
  'nobody who sends it': [(x) => { x.headers = without(x.headers, 'authorization'); }, /does not say who sends it/],
  'a request body': [(x) => { x.body = '{"id":"r1"}'; }, /request body must have required property 'price'/],
  'no request body': [(x) => { x.body = ''; }, /request body is not application\/json/],
  'a request of another media type': [(x) => { x.headers[2][1] = 'text/plain'; }, /request content type 'text\/plain' is not in the contract/],
  'a status of its own': [(x) => { x.answer.status = 418; }, /status 418 is not in the contract/],
  'an answer that is not JSON': [(x) => { x.answer.body = '<html>'; }, /answer body is not application\/json/],
  'an answer with a member of another type': [(x) => { x.answer.body = '{"id":1,"price":null}'; }, /answer body\/id must be string/],
  'a schema that is referred to': [(x) => { x.answer.body = '{"id":"r1","price":null,"booked":1}'; }, /answer body\/booked must be boolean/],
  'an answer without its header': [(x) => { x.answer.headers.pop(); }, /answer header x-id is missing/],
  'a header of another type': [(x) => { x.answer.headers[1][1] = 'seven'; }, /answer header x-id must be integer/],
  'an answer of no media type': [(x) => { x.answer.headers.shift(); }, /answer content type '' is not in the contract/],
  'an operation taken for another': [(x) => { x.operation = 'dropRoom'; }, /the vendor took it for 'dropRoom'/],
};
for (const [name, [change, complaint]] of Object.entries(breaks)) {
  test(`noticed: ${name}`, () => {
    const wrong = wrongAfter(change);
    assert.equal(wrong.length, 1, wrong.join('; '));
    assert.match(wrong[0], complaint);
  });
}

test('a refused request may be wrong, its answer may not', () => {
  const refuse = (x) => { Object.assign(x, {body: 'rubbish', answer: {...x.answer, status: 400, body: '{"error":1}'}}); };
  assert.deepEqual(wrongAfter(refuse), []);
  assert.match((wrongAfter((x) => { refuse(x); x.answer.body = '{}'; }))[0], /required property 'error'/);
});

test('an answer without a body has none', () => {
  const drop = {operation: 'dropRoom', method: 'DELETE', target: '/rooms/1', headers: [], body: '', answer: {status: 204, headers: [], body: ''}};
  assert.deepEqual((examine(contract, drop)).wrong, []);
  drop.answer.body = '{}';
  assert.match((examine(contract, drop)).wrong[0], /has a body/);
});

test('a refusal within HTTP 200 is one where the contract says how', () => {
  const refuse = (x) => { Object.assign(x, {body: 'rubbish', answer: {...x.answer, body: '{"id":"","price":null}'}}); };
  assert.deepEqual(wrongAfter(refuse), []);
});

test('an alias may have a parameter of the query in its path', () => {
  assert.deepEqual(wrongAfter((x) => { x.target = '/beds/$r1/[1]/2'; }), []);
  assert.match((wrongAfter((x) => { x.target = '/beds/$r1/[1]/two'; }))[0], /guests must be integer/);
});

test('a call that no contract has may be refused, not accepted', () => {
  const call = {operation: '', method: 'GET', target: '/nowhere', headers: [], body: '', answer: {status: 404, headers: [], body: ''}};
  assert.deepEqual((examine(contract, call)).wrong, []);
  call.answer.status = 200;
  assert.match((examine(contract, call)).wrong[0], /no contract has it/);
});

test('paths are literal where they have no parameter, and a whole one is meant first', () => {
  const id = (method, path) => findOperation(contract, method, path)?.operation.id;
  assert.equal(id('PUT', '/rooms/%24r1/%5B1,2%5D'), 'changeRoom');
  assert.equal(id('PUT', '/rooms/r1/1,2'), undefined);
  assert.equal(id('DELETE', '/rooms/all'), 'dropAll');
  assert.equal(id('DELETE', '/rooms/all/'), 'dropAll');
  assert.equal(id('DELETE', '/rooms/1'), 'dropRoom');
});

test('form bodies are read, fields and files', () => {
  const field = {type: 'object', required: ['name', 'file'], properties: {name: {type: 'string'}, size: {type: 'integer'}, file: {type: 'string'}}};
  const forms = makeContract('forms', {paths: {'/files': {post: {
    operationId: 'upload', responses: {204: {description: 'Kept'}},
    requestBody: {required: true, content: {'multipart/form-data': {schema: field}, 'application/x-www-form-urlencoded': {schema: field}}},
  }}}});
  const sent = (type, body) => ({operation: 'upload', method: 'POST', target: '/files', headers: [['Content-Type', type]], body, answer: {status: 204, headers: [], body: ''}});
  const part = (name, text, more = '') => `--b\r\nContent-Disposition: form-data; name="${name}"${more}\r\n\r\n${text}\r\n`;
  const multipart = 'Multipart/Form-Data; charset=utf-8; Boundary="b"';
  const wrong = (type, body) => (examine(forms, sent(type, body))).wrong;
  assert.deepEqual(wrong(multipart, `${part('name', 'a')}${part('file', 'x--b\r\n', '; filename="a.txt"')}--b--`), []);
  assert.match((wrong(multipart, `${part('name', 'a')}--b--\r\n`))[0], /required property 'file'/);
  const turned = part('file', 'x').replace('name="file"', 'filename="name"; name="file"');
  assert.deepEqual(wrong(multipart, `${part('name', 'a')}${turned}--b--`), []);
  assert.match(wrong(multipart, part('name', 'a'))[0], /its last part does not end/);
  assert.deepEqual(wrong('application/x-www-form-urlencoded', 'name=a&file=x&size=3'), []);
  assert.match((wrong('application/x-www-form-urlencoded', 'name=a&file=x&size=big'))[0], /size must be integer/);
});

test('a document that is not OpenAPI is told', async () => {
  assert.deepEqual(await documentFaults(document), []);
  const broken = structuredClone(document);
  delete broken.paths['/rooms/all'].delete.responses;
  assert.match((await documentFaults(broken)).join(), /responses/);
  assert.throws(() => makeContract('x', {paths: {'/a': {get: {responses: {}}}}}), /without an id of their own/);
});
