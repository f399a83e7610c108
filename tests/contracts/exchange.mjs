// Holds one exchange against a contract.
import {findOperation} from './contract.mjs';
import {bodyOf, valueOf} from './values.mjs';

/**
 * What is wrong with an exchange, as sentences; none when all is well. An answer is always checked; a
 * request only when the vendor accepted it, for tests also send what must be refused. `operation` is
 * undefined when the contract has no such operation; then no more is checked than that it was refused.
 */
export function examine(contract, exchange) {
  const [path, query = ''] = exchange.target.split(/\?(.*)/s);
  const found = findOperation(contract, exchange.method, path);
  if (!found) {
    const wrong = isGood(exchange.answer) ? [`${exchange.method} ${path} was accepted, but no contract has it`] : [];
    return {operation: undefined, accepted: false, wrong};
  }
  const {operation, values} = found;
  const accepted = isAccepted(operation, exchange.answer);
  const wrong = [...wrongAnswer(operation, exchange.answer)];
  if (exchange.operation !== operation.id) wrong.push(`the vendor took it for '${exchange.operation}'`);
  if (accepted) wrong.push(...wrongRequest(operation, values, new URLSearchParams(query), exchange));
  return {operation, accepted, wrong};
}

const isGood = ({status}) => status >= 200 && status < 300;

/** Whether the vendor did what was asked: Hesi also refuses within HTTP 200. */
function isAccepted(operation, answer) {
  if (!isGood(answer)) return false;
  try {
    return operation.acceptedWhen(JSON.parse(answer.body || 'null'));
  } catch {
    return true;  // not JSON; whether it should be is the answer's own check
  }
}

function wrongRequest(operation, values, query, {headers, body}) {
  const from = {
    path: (name) => [values.get(name)],
    query: (name) => values.has(name) ? [values.get(name)] : query.getAll(name),  // an alias may have it in its path
    header: (name) => fieldsOf(headers, name),
  };
  const wrong = operation.parameters.flatMap((parameter) =>
    wrongValue(`request ${parameter.in} ${parameter.name}`, parameter, from[parameter.in](parameter.name)));
  if (!proves(operation.security, from)) wrong.push('the request does not say who sends it');
  if (!operation.body || (body === '' && !operation.body.required)) return wrong;
  // A test may leave out the content type where the contract leaves no choice.
  const type = fieldsOf(headers, 'content-type')[0] ?? operation.body.content.keys().next().value;
  return wrong.concat(wrongBody('request', operation.body.content, type, body));
}

function wrongAnswer(operation, {status, headers, body}) {
  const response = operation.responses.get(String(status)) ?? operation.responses.get('default');
  if (!response) return [`status ${status} is not in the contract`];
  const wrong = response.headers.flatMap((header) =>
    wrongValue(`answer header ${header.name}`, header, fieldsOf(headers, header.name)));
  const [type] = fieldsOf(headers, 'content-type');
  if (response.content.size > 0) return wrong.concat(wrongBody('answer', response.content, type, body));
  if (body !== '' || type !== undefined) wrong.push('the answer has a body, and the contract has none');
  return wrong;
}

function wrongValue(what, parameter, texts) {
  const value = valueOf(parameter, texts);
  if (value === undefined) return parameter.required ? [`${what} is missing`] : [];
  return complaints(what, parameter.check, value);
}

function wrongBody(what, content, type = '', text) {
  const essence = type.split(';')[0].trim().toLowerCase();
  const medium = content.get(essence);
  if (!medium) return [`${what} content type '${type}' is not in the contract`];
  try {
    return complaints(`${what} body`, medium.check, bodyOf(text, type, medium.schema));
  } catch (error) {
    return [`${what} body is not ${essence}: ${error.message}`];
  }
}

function complaints(what, check, value) {
  if (check(value)) return [];
  return check.errors.map((error) => {
    const allowed = error.params.allowedValues ? ` (${error.params.allowedValues.join(', ')})` : '';
    return `${what}${error.instancePath.replace(/\/\d+(?=\/|$)/g, '/*')} ${error.message}${allowed}`;
  });
}

/** Whether the request bears what one of the ways to prove who it is asks for. */
function proves(ways, from) {
  const bears = (scheme) => scheme.type === 'apiKey' ? from[scheme.in](scheme.name).length > 0
    : from.header('authorization').some((text) => text.startsWith('Bearer '));
  return ways.length === 0 || ways.some((way) => way.every(bears));
}

function fieldsOf(headers, name) {
  return headers.filter(([field]) => field.toLowerCase() === name.toLowerCase()).map(([, text]) => text);
}
