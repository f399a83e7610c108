// A travel desk as a company might have written its own: employees log in by number, hand in expense claims
// and approve them, and all of that is kept at Hesi. It knows where Hesi is and the company's account there,
// nothing else. Prints its port once it listens, then a line for each call to Hesi that went wrong.
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

const hesiUrl = process.env.HESI_URL;
const patience = 10_000; // ms, for one call to Hesi

const account = {
  appKey: '5d0c7e11-0a01-4c0d-9b01-d1a100000001',
  appSecurity: '9f1b2c33-0b02-4d0e-8c02-d1a100000002',
};
const expenseTemplate = 'ID01drSpcTrip1:7b00ba48d31b64a5d394c04b30d35bf0fc5422a6';
const hotelFee = 'Kq7DrillCorp00:hotel';
const hotelFeeTemplate = 'Kq7DrillCorp00:hotel:expense:4952d33dad3cfd9929eb83e20d372a4128db832c';
const payee = 'ID01drPayee001';
const yuan = {
  standardUnit: '元',
  standardScale: 2,
  standardSymbol: '¥',
  standardNumCode: '156',
  standardStrCode: 'CNY',
};

const sessions = new Map(); // session id -> {id, name, department}
const claims = new Map(); // order number -> {order, owner, flow, state}
const approving = new Set(); // staff ids whose batch is on its way

// --- Hesi ------------------------------------------------------------------------------------------------

// Hesi did not do what was asked; `status` is what the desk then tells its own caller.
class HesiTrouble extends Error {
  constructor(status, code) {
    super(code);
    this.status = status;
  }
}

// One call, with the id under which our caller asked: whoever looks at both sides can tell what belongs together.
async function send(trace, method, target, body) {
  const tell = (outcome) => console.log('failed', trace, method, target.split('?')[0], outcome);
  try {
    const response = await fetch(hesiUrl + target, {
      method,
      headers: { 'content-type': 'application/json', 'x-request-id': trace },
      body: body && JSON.stringify(body),
      signal: AbortSignal.timeout(patience),
    });
    if (!response.ok) tell(response.status);
    return { status: response.status, body: await response.json() };
  } catch (error) {
    tell(error.cause?.code ?? error.name);
    throw new HesiTrouble(504, 'hesi_did_not_answer');
  }
}

let kept = { token: '', until: 0 };
async function token(trace) {
  if (Date.now() < kept.until) return kept.token;
  const answer = await send(trace, 'POST', '/api/openapi/v1/auth/getAccessToken', account);
  const grant = answer.body.value;
  if (!grant?.accessToken) throw new HesiTrouble(502, 'hesi_gave_no_token');
  kept = { token: grant.accessToken, until: grant.expireTime - 60_000 };
  return kept.token;
}

// A business call. A token that is refused has run out or was withdrawn: once more, with another one.
async function ask(trace, method, path, query, body) {
  for (let again = false; ; again = true) {
    const parameters = new URLSearchParams({ accessToken: await token(trace), ...query });
    const answer = await send(trace, method, `${path}?${parameters}`, body);
    if (answer.status === 200) return answer.body;
    if (answer.status !== 403 || again) throw new HesiTrouble(502, 'hesi_refused');
    kept.until = 0;
  }
}

const findStaff = async (trace, code) =>
  (await ask(trace, 'POST', '/api/openapi/v1/staffs/getStaffIds', {}, { type: 'CODE', conditionIds: [code] })).items[0];

function createFlow(trace, order, who, { title, amount, date }) {
  const day = Date.parse(date);
  const fee = {
    amount: { standard: amount, ...yuan },
    feeDate: day,
    consumptionReasons: title,
    invoiceForm: { type: 'noExist' },
  };
  const form = {
    outerCode: order,
    title,
    submitterId: who.id,
    specificationId: expenseTemplate,
    expenseDate: day,
    expenseDepartment: who.department,
    payeeId: payee,
    details: [{ feeTypeId: hotelFee, specificationId: hotelFeeTemplate, feeTypeForm: fee }],
  };
  return ask(trace, 'POST', '/api/openapi/v2.2/flow/data', { isCommit: true }, { form });
}

const flowState = async (trace, flowId) =>
  (await ask(trace, 'GET', '/api/openapi/v1.1/flowDetails', { flowId })).value.state;

// Hesi takes at most ten documents in one batch.
async function backlog(trace, approver) {
  const path = `/api/openapi/v1.1/docs/byFlowId/$${encodeURIComponent(approver)}`;
  return (await ask(trace, 'GET', path, { index: 0, count: 10 })).items;
}

const power = { powerCode: 'TICKET_AUDIT_switch' };
const agree = (trace, approveId, flows) =>
  ask(trace, 'POST', `/api/openapi/v1/backlog/data/[${flows.join(',')}]`, { messageCode: 'debug', ...power },
    { approveId, action: { name: 'freeflow.agree', comment: 'ok' } });

// A batch is worked off in the background, and Hesi keeps its result for a minute.
async function batchResult(trace, approveId) {
  for (let reads = 1; ; ++reads) {
    await pause(4000);
    const result = (await ask(trace, 'GET', '/api/openapi/v1/backlog/data/result', { approveId, ...power })).value;
    if (result.residue === 0 || reads === 3) return result;
  }
}

// --- what people can do ----------------------------------------------------------------------------------

async function logIn({ trace, body }) {
  const staff = await findStaff(trace, String(body.code));
  if (!staff) return [401, { error: 'unknown_employee' }];
  const who = { id: staff.id, name: staff.name, department: staff.defaultDepartment };
  const session = randomUUID();
  sessions.set(session, who);
  return [200, { session, staff: who }];
}

async function handIn({ trace, body, who }) {
  const sound = body.title && Number(body.amount) > 0 && Date.parse(body.date) > 0;
  if (!sound) return [400, { error: 'invalid_claim' }];
  const order = `EX-${randomUUID()}`;
  const made = await createFlow(trace, order, who, body);
  claims.set(order, { order, owner: who.id, flow: made.flow.id, state: 'approving' });
  return [201, { claim: order, state: 'approving' }];
}

const decisions = { paying: 'approved', PROCESSING: 'approved', paid: 'approved', rejected: 'rejected' };

async function showClaim({ trace, who, id }) {
  const claim = claims.get(id);
  if (claim?.owner !== who.id) return [404, { error: 'unknown_claim' }];
  if (claim.state === 'approving') claim.state = decisions[await flowState(trace, claim.flow)] ?? claim.state;
  return [200, { claim: id, state: claim.state }];
}

async function approve({ trace, who }) {
  if (approving.has(who.id)) return [409, { error: 'batch_running' }];
  approving.add(who.id);
  try {
    const flows = (await backlog(trace, who.id)).map((flow) => flow.id);
    if (flows.length === 0) return [200, { approved: 0 }];
    await agree(trace, who.id, flows);
    const result = await batchResult(trace, who.id);
    return [200, { approved: result.success, failed: result.error, waiting: result.residue }];
  } finally {
    approving.delete(who.id);
  }
}

// Hesi's approval events: a claim's state is known without asking.
const events = { 'backlog.paying': 'approved', 'flow.paid': 'approved', 'flow.rejected': 'rejected' };

function hearHesi({ body }) {
  for (const claim of claims.values())
    if (claim.flow === body.flowId) claim.state = events[body.action] ?? claim.state;
  return [204];
}

// --- the door --------------------------------------------------------------------------------------------

const routes = [
  { method: 'POST', path: /^\/api\/login$/, act: logIn, open: true },
  { method: 'POST', path: /^\/hooks\/hesi$/, act: hearHesi, open: true },
  { method: 'POST', path: /^\/api\/claims$/, act: handIn },
  { method: 'GET', path: /^\/api\/claims\/([^/]+)$/, act: showClaim },
  { method: 'POST', path: /^\/api\/approvals$/, act: approve },
];

async function jsonOf(request) {
  let text = '';
  for await (const part of request.setEncoding('utf8')) text += part;
  return text ? JSON.parse(text) : {};
}

async function answer(request) {
  const { pathname } = new URL(request.url, 'http://desk');
  const route = routes.find(({ method, path }) => method === request.method && path.test(pathname));
  if (!route) return [404, { error: 'not_found' }];
  const who = sessions.get(request.headers.authorization?.replace('Bearer ', ''));
  if (!who && !route.open) return [401, { error: 'not_logged_in' }];
  const trace = request.headers['x-request-id'] ?? randomUUID();
  const [, id] = pathname.match(route.path);
  try {
    return await route.act({ trace, who, id, body: await jsonOf(request) });
  } catch (trouble) {
    if (trouble instanceof HesiTrouble) return [trouble.status, { error: trouble.message }];
    throw trouble;
  }
}

const server = createServer(async (request, response) => {
  let status = 500;
  let body = { error: 'our_own_fault' };
  try {
    [status, body] = await answer(request);
  } catch (error) {
    console.error(error);
  }
  response.writeHead(status, { 'content-type': 'application/json' }).end(body && JSON.stringify(body));
});
server.keepAliveTimeout = 60_000; // longer than callers wait between two requests on one connection
server.listen(0, '127.0.0.1', () => console.log(server.address().port));
