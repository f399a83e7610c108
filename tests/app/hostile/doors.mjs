// Every port of an estate: a healthy request, one that leaves a trace when it is carried out, one with a body,
// and the form in which that member reports errors.
import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** A request as bytes. A body brings its length. */
export function request(method, target, fields = {}, body = '') {
  const length = body === '' ? {} : { 'Content-Length': Buffer.byteLength(body, 'latin1') };
  const lines = Object.entries({ Host: 'h', ...fields, ...length }).map(([name, value]) => `${name}: ${value}\r\n`);
  return `${method} ${target} HTTP/1.1\r\n${lines.join('')}\r\n${body}`;
}

const json = { 'Content-Type': 'application/json' };
const bearer = (token) => ({ Authorization: `Bearer ${token}` });

const hesiAccount = {
  appKey: '5d0c7e11-0a01-4c0d-9b01-d1a100000001',
  appSecurity: '9f1b2c33-0b02-4d0e-8c02-d1a100000002',
};
const airlineFields = { ...bearer('duffel_test_drill_token'), 'Duffel-Version': 'v2' };

/** Signed as the payment gateway wants it, good for five minutes. */
function signed(method, target, fields = {}, body = '') {
  const time = Math.floor(Date.now() / 1000);
  const signature = createHmac('sha256', 'sk_drill').update(`${method}\n${target}\n${time}\n${body}`).digest('hex');
  const proof = { 'X-Pay-Key': 'pk_drill', 'X-Pay-Timestamp': time, 'X-Pay-Signature': signature };
  return request(method, target, { ...proof, ...fields }, body);
}

/** How often the ledger says that a vendor's operation was called. */
const calls = (member, operation) => (ledger) =>
  ledger
    .flatMap((line) => (line.kind === 'tally' ? line.rows : []))
    .filter((row) => row.member === member && row.operation === operation)
    .reduce((sum, row) => sum + row.count, 0);
/** How often the ledger says that somebody acted so. */
const actions = (action) => (ledger) => ledger.filter((line) => line.kind === 'action' && line.action === action).length;

/** The body as JSON; nothing when it is none. */
function parsed(body) {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
/** What stands before Hesi refuses a long body in plain text, its servlets what they do not know, the rest by code. */
function isHesiError({ status, body }) {
  if (status === 413) return body === '413 Request Entity Too Large';
  return parsed(body)?.errorCode === status || parsed(body)?.servlet !== undefined;
}
const saysError = (answer) => typeof parsed(answer.body)?.error === 'string';

/**
 * healthy: answered with 200. canary: carried out when it is read as a request; `traces` then counts it.
 * write: where bodies go, with the fields that they need. isError: an answer in the member's own error form.
 */
function members({ team_token: team, control_token: control }) {
  return {
    hesi: {
      healthy: request('POST', '/api/openapi/v1/auth/getAccessToken', json, JSON.stringify(hesiAccount)),
      canary: request('GET', '/api/openapi/v2/location'),
      traces: calls('hesi', 'getLocation'),
      write: { target: '/api/openapi/v1/auth/getAccessToken', fields: {} },
      isError: isHesiError,
    },
    airline: {
      healthy: request('GET', '/air/orders', airlineFields),
      canary: request('POST', '/air/offer_requests', { ...airlineFields, ...json }, '{"data":{}}'),
      traces: calls('airline', 'createOfferRequest'),
      write: { target: '/air/orders', fields: airlineFields },
      isError: ({ status, body }) => Array.isArray(parsed(body)?.errors) && parsed(body).meta?.status === status,
    },
    hotel: {
      healthy: request('POST', '/v1/security/oauth2/token', { 'Content-Type': 'application/x-www-form-urlencoded' },
        'grant_type=client_credentials&client_id=drill-client&client_secret=drill-secret'),
      canary: request('GET', '/v1/reference-data/locations/hotels/by-city?cityCode=SHA'),
      traces: calls('hotel', 'listHotelsByCity'),
      write: { target: '/v2/booking/hotel-orders', fields: {} },
      isError: ({ body }) => Array.isArray(parsed(body)?.errors),
    },
    payment: {
      healthy: signed('GET', '/v1/payments?order=none'),
      canary: signed('POST', '/v1/payments', { ...json, 'Idempotency-Key': 'smuggled' },
        '{"order":"smuggled","amount":"1.00","currency":"CNY"}'),
      traces: calls('payment', 'createPayment'),
      write: { target: '/v1/payments/none/capture', fields: {} },
      isError: ({ body }) => typeof parsed(body)?.error?.code === 'string' && 'request_id' in parsed(body).error,
    },
    desk: {
      healthy: request('GET', '/healthz'),
      canary: request('POST', '/admin/actions/clear-token-cache', { ...bearer(team), ...json }, '{}'),
      traces: actions('desk'),
      write: { target: '/api/login', fields: {} },
      isError: saysError,
    },
    control: {
      healthy: request('GET', '/v1/drill', bearer(control)),
      canary: request('POST', '/v1/actions', { ...bearer(control), ...json }, '{"kind":"hint","body":{"cost":2}}'),
      traces: actions('hint'),
      write: { target: '/v1/actions', fields: bearer(control) },
      isError: saysError,
    },
    team: {
      healthy: request('GET', '/v1/sight', bearer(team)),
      canary: request('POST', '/v1/actions', { ...bearer(team), ...json }, '{"kind":"acknowledge"}'),
      traces: actions('acknowledge'),
      write: { target: '/v1/actions', fields: bearer(team) },
      isError: saysError,
    },
  };
}

/** The doors of an estate, from its addresses. */
export function doorsOf(addresses) {
  const ca = addresses.ca && readFileSync(addresses.ca);
  return Object.entries(members(addresses)).map(([name, member]) => {
    const { hostname: host, port } = new URL(addresses[name]);
    return { name, host, port: Number(port), ca, ...member };
  });
}
