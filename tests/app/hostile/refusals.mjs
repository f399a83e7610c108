// What it means to have turned somebody away.
import { check } from '../checks.mjs';
import { talk } from './raw.mjs';

/** In short, for a person. */
const told = ({ end, answers }) =>
  `${end} after [${answers.map(({ status, body }) => `${status} ${body.slice(0, 80)}`).join(', ')}]`;

/** One answer with such a status in the member's own form, and nothing more on this connection. */
export async function refuses(door, what, bytes, statuses = [400]) {
  const said = await talk(door, bytes);
  const [only] = said.answers;
  const once = said.end === 'closed' && said.answers.length === 1;
  const right = once && statuses.includes(only.status) && door.isError(only);
  check(`${door.name} refuses ${what} with ${statuses.join(' or ')}`, right, told(said));
}

/** As above, or the member left in the middle, when it was sent more than it cared to hear. */
export async function refusesOrLeaves(door, what, pieces, statuses) {
  const said = await talk(door, pieces);
  const few = said.answers.length <= 1 && said.answers.every(({ status }) => statuses.includes(status));
  const right = said.end !== 'still open' && few;
  check(`${door.name} refuses ${what} with ${statuses.join(' or ')}, or leaves`, right, told(said));
}

/** So many answers with this status, and no more. */
export async function answers(door, what, bytes, count, { status, toHead } = {}) {
  const said = await talk(door, bytes, { toHead });
  const alike = said.answers.every((answer) => answer.status === (status ?? answer.status));
  const right = said.end === 'closed' && said.answers.length === count && alike;
  check(`${door.name} answers ${what} ${count} times`, right, told(said));
}
