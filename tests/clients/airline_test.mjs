// The airline through @duffel/api: from a search to a cancelled order, and what it refuses.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {balance, book, orderOf, refusal, search} from './airline_trip.mjs';
import {airlineClient} from './estate.mjs';

const duffel = airlineClient();

test('a search lists offers of which one can be held', async () => {
  const found = await search(duffel);
  assert.ok(found.offers.length >= 3);
  assert.ok(found.offers.some((offer) => offer.owner.iata_code === 'ZZ' && !offer.payment_requirements.requires_instant_payment));
  assert.deepEqual((await duffel.offerRequests.get(found.id)).data.id, found.id);
});

test('the client walks through pages of offers and meets each once', async () => {
  const found = await search(duffel);
  const ids = [];
  for await (const {data} of duffel.offers.listWithGenerator({offer_request_id: found.id, limit: 1})) ids.push(data.id);
  assert.deepEqual(ids.sort(), found.offers.map((offer) => offer.id).sort());
});

test('an offer read alone and an offer priced cost what the search said', async () => {
  const {offers: [offer]} = await search(duffel);
  assert.equal((await duffel.offers.get(offer.id)).data.total_amount, offer.total_amount);
  const intended_payment_methods = [{type: 'balance'}];
  const priced = await duffel.offers.getPriced(offer.id, {intended_payment_methods, intended_services: []});
  assert.equal(priced.data.total_amount, offer.total_amount);
});

test('an order paid at once has a ticket and reads back as it was made', async () => {
  const {order, offer} = await book(duffel);
  assert.equal(order.total_amount, offer.total_amount);
  assert.equal(order.documents.length, 1);
  assert.equal(order.payment_status.awaiting_payment, false);
  assert.deepEqual((await duffel.orders.get(order.id)).data, order);
  const again = await duffel.orders.list({booking_reference: order.booking_reference});
  assert.deepEqual(again.data.map(({id}) => id), [order.id]);
});

test('a held order has no ticket until it is paid', async () => {
  const found = await search(duffel, 'JFK', 'EWR');
  const [offer] = found.offers;
  const {data: held} = await duffel.orders.create(orderOf(found, offer));
  assert.deepEqual(held.documents, []);
  const {data: payment} = await duffel.payments.create({order_id: held.id, payment: balance(offer)});
  assert.equal(payment.status, 'succeeded');
  const {data: paid} = await duffel.orders.get(held.id);
  assert.equal(paid.documents.length, 1);
  assert.equal(paid.payment_status.awaiting_payment, false);
  await assert.rejects(duffel.payments.create({order_id: held.id, payment: balance(offer)}), refusal(422, 'already_paid'));
});

test("an order's metadata is replaced, wrapped in options as the client does it", async () => {
  const {order} = await book(duffel);
  const {data} = await duffel.orders.update(order.id, {metadata: {trip: 'T-2'}});
  assert.deepEqual(data.metadata, {trip: 'T-2'});
  assert.deepEqual((await duffel.orders.get(order.id)).data.metadata, {trip: 'T-2'});
});

test('an order is cancelled by a quote and its confirmation, once', async () => {
  const {order} = await book(duffel);
  const {data: quote} = await duffel.orderCancellations.create({order_id: order.id});
  assert.equal(quote.confirmed_at, null);
  assert.equal((await duffel.orders.get(order.id)).data.cancelled_at, null);
  const {data: confirmed} = await duffel.orderCancellations.confirm(quote.id);
  assert.ok(confirmed.confirmed_at);
  assert.equal(confirmed.refund_amount, quote.refund_amount);
  const {data: gone} = await duffel.orders.get(order.id);
  assert.ok(gone.cancelled_at);
  assert.deepEqual(gone.available_actions, []);
  assert.deepEqual((await duffel.orderCancellations.get(quote.id)).data, confirmed);
  assert.deepEqual((await duffel.orderCancellations.list({order_id: order.id})).data.map(({id}) => id), [quote.id]);
  await assert.rejects(duffel.orderCancellations.confirm(quote.id), refusal(422, 'already_cancelled'));
});

test('only the newest quote can be confirmed', async () => {
  const {order} = await book(duffel);
  const {data: older} = await duffel.orderCancellations.create({order_id: order.id});
  await duffel.orderCancellations.create({order_id: order.id});
  await assert.rejects(duffel.orderCancellations.confirm(older.id), ({meta}) => meta.status === 422);
  assert.equal((await duffel.orders.get(order.id)).data.cancelled_at, null);
});

test('a search is used up by its first booking', async () => {
  const {found} = await book(duffel);
  const [, other] = found.offers;
  await assert.rejects(duffel.orders.create(orderOf(found, other, balance(other))), refusal(422, 'offer_request_already_booked'));
});

test('a payment that is not the price makes no order', async () => {
  const found = await search(duffel);
  const [offer] = found.offers;
  await assert.rejects(duffel.orders.create(orderOf(found, offer, balance(offer, '0.01'))),
    refusal(422, 'payment_amount_does_not_match_order_amount'));
  assert.deepEqual((await duffel.orders.list({offer_id: offer.id})).data, []);
});

test('a price that moved since the search is refused until it is read again', async () => {
  // From London Heathrow to Stansted every reading costs 10.00 more than the last.
  const found = await search(duffel, 'LHR', 'STN');
  const [offer] = found.offers;
  const {data: dearer} = await duffel.offers.get(offer.id);
  assert.notEqual(dearer.total_amount, offer.total_amount);
  await assert.rejects(duffel.orders.create(orderOf(found, offer, balance(offer))), refusal(422, 'price_changed'));
  const {data: order} = await duffel.orders.create(orderOf(found, dearer, balance(dearer)));
  assert.equal(order.total_amount, dearer.total_amount);
});

test('what does not exist, or does no more, is refused', async () => {
  await assert.rejects(duffel.offers.get('off_0000000000000000000000'), refusal(404, 'not_found'));
  await assert.rejects(duffel.orders.get('ord_0000000000000000000000'), refusal(404, 'not_found'));
  const {offers: [soldOut]} = await search(duffel, 'LGW', 'LHR');
  await assert.rejects(duffel.offers.get(soldOut.id), refusal(422, 'offer_no_longer_available'));
  await assert.rejects(search(duffel, 'STN', 'LHR'), refusal(504, 'gateway_timeout_error'));
  assert.deepEqual((await search(duffel, 'PVD', 'RAI')).offers, []);
});

test('tokens and versions that are not good are refused', async () => {
  const lists = (client) => client.orders.list();
  await assert.rejects(lists(airlineClient('duffel_test_nobody')), refusal(401, 'access_token_not_found'));
  await assert.rejects(lists(airlineClient('duffel_test_expired_token')), refusal(401, 'expired_access_token'));
  await assert.rejects(lists(airlineClient(undefined, {apiVersion: 'v1'})), refusal(400, 'unsupported_version'));
  const reader = airlineClient('duffel_test_readonly_token');
  assert.ok((await lists(reader)).data);
  const found = await search(duffel);
  const order = orderOf(found, found.offers[0], balance(found.offers[0]));
  await assert.rejects(reader.orders.create(order), refusal(403, 'insufficient_permissions'));
});

test('an answer bears its own name and what is left of the rate limit', async () => {
  const {headers} = await duffel.orders.list();
  for (const name of ['x-request-id', 'ratelimit-limit', 'ratelimit-remaining', 'ratelimit-reset']) assert.ok(headers.get(name), name);
  assert.ok(!Number.isNaN(Date.parse(headers.get('ratelimit-reset'))));
});
