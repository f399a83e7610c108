// What a desk does at the airline, with the official client: the steps that several tests share.
import {dayAhead} from './estate.mjs';

export async function search(duffel, origin = 'PEK', destination = 'SHA') {
  const slices = [{origin, destination, departure_date: dayAhead(30)}];
  const found = await duffel.offerRequests.create({slices, passengers: [{type: 'adult'}], cabin_class: 'economy'});
  return found.data;
}

/** Whom and what an order is for. `balance` pays now; without it the seats are held. */
export function orderOf(found, offer, payment) {
  const passenger = {
    id: found.passengers[0].id, title: 'ms', gender: 'f', given_name: 'Xiaoli', family_name: 'Wang',
    born_on: '1990-05-04', email: 'wang.xiaoli@example.com', phone_number: '+8613800000000',
  };
  const order = {selected_offers: [offer.id], passengers: [passenger], metadata: {trip: 'T-1'}};
  return payment ? {type: 'instant', ...order, payments: [payment]} : {type: 'hold', ...order};
}

export const balance = (offer, amount = offer.total_amount) =>
  ({type: 'balance', amount, currency: offer.total_currency});

/** An order made and paid. */
export async function book(duffel, origin, destination) {
  const found = await search(duffel, origin, destination);
  const [offer] = found.offers;
  const made = await duffel.orders.create(orderOf(found, offer, balance(offer)));
  return {found, offer, order: made.data};
}

/** For `assert.rejects`: the client's error has this HTTP status and the vendor's code. */
export const refusal = (status, code) => (error) => {
  const told = `${error.meta?.status ?? error.status} ${error.errors?.[0]?.code ?? error.message}`;
  if (told !== `${status} ${code}`) throw new Error(`refused with ${told}, not ${status} ${code}`);
  return true;
};
