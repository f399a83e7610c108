// The airline's events, received and verified: registered, sent and sent again through @duffel/api.
import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {setTimeout as sleep} from 'node:timers/promises';
import {book} from './airline_trip.mjs';
import {airlineClient} from './estate.mjs';
import {isGenuine, Receiver} from './receiver.mjs';

const duffel = airlineClient();
let receiver;
let webhook;

/** The client throws at every 204, when the vendor has done what was asked. */
const done = (call) => assert.rejects(call, TypeError);

/** A delivery is over, and logged, only after its receiver has answered. */
async function eventually(holds, patience_ms = 20_000) {
  for (const until = Date.now() + patience_ms; !await holds(); await sleep(50)) assert.ok(Date.now() < until);
}

before(async () => {
  receiver = await Receiver.listen();
  const events = ['order.created', 'order_cancellation.confirmed', 'ping.triggered'];
  webhook = (await duffel.webhooks.create({url: receiver.url, events})).data;
});
after(() => receiver.close());

test('the secret is shown once, at registration', async () => {
  assert.ok(webhook.secret);
  const {data} = await duffel.webhooks.list({});
  const [listed] = data.filter(({id}) => id === webhook.id);
  assert.equal(listed.url, receiver.url);
  assert.ok(!('secret' in listed));
});

test('a ping arrives and is signed', async () => {
  await done(duffel.webhooks.ping(webhook.id));
  assert.ok(isGenuine(await receiver.event('ping.triggered'), webhook.secret));
});

test('an order is told to the receiver, and only the true secret verifies it', async () => {
  const {order} = await book(duffel);
  const event = await receiver.event('order.created', order.id);
  assert.ok(isGenuine(event, webhook.secret));
  assert.ok(!isGenuine(event, `${webhook.secret}x`));
  assert.ok(!isGenuine({...event, body: Buffer.concat([event.body, Buffer.from(' ')])}, webhook.secret));
  assert.ok(!isGenuine(event, webhook.secret, Date.now() + 600_000));
  assert.equal(JSON.parse(event.body).data.object.id, order.id);
});

test('a cancellation is told when it is confirmed', async () => {
  const {order} = await book(duffel);
  const {data: quote} = await duffel.orderCancellations.create({order_id: order.id});
  await duffel.orderCancellations.confirm(quote.id);
  const event = await receiver.event('order_cancellation.confirmed');
  assert.ok(isGenuine(event, webhook.secret));
  assert.equal(JSON.parse(event.body).data.object.order_id, order.id);
});

test('an event sent again is the same event with a signature of its own', async () => {
  const {order} = await book(duffel);
  const first = await receiver.event('order.created', order.id);
  const {id} = JSON.parse(first.body);
  await done(duffel.webhooks.redeliver(id));
  const second = await receiver.event('order.created', order.id);
  assert.deepEqual(second.body, first.body);
  assert.ok(isGenuine(second, webhook.secret));
  await eventually(async () => {
    const {data} = await duffel.webhooks.listDeliveries({endpoint_id: webhook.id});
    return data.filter(({event_id, delivery_success}) => event_id === id && delivery_success).length === 2;
  });
});

test('a receiver that is removed hears nothing more', async () => {
  await done(duffel.webhooks.delete(webhook.id));
  const {data} = await duffel.webhooks.list({});
  assert.ok(!data.some(({id}) => id === webhook.id));
  const {order} = await book(duffel);
  await assert.rejects(receiver.event('order.created', order.id, 2_000), /no order.created event came/);
});

test("the contract's test vector verifies", () => {
  const body = Buffer.from('{"api_version":"v2","created_at":"2026-09-21T08:00:00.000000Z","data":{"object":{"id":"ord_0000DRILL0000000000001"}},"id":"wev_0000DRILL0000000000001","idempotency_key":"ord_0000DRILL0000000000001","identity_organisation_id":"org_0000DRILL0000000000001","live_mode":false,"type":"order.created"}');
  const headers = {'x-duffel-signature': 't=1790000000,v1=1d5a71028f20b1b1d84930b830b4c2c462ee3337f11d7c46d513ccbbe2583c4b'};
  assert.ok(isGenuine({headers, body}, 'ZHJpbGwtc2VjcmV0LTAwMQ==', 1_790_000_000_000));
});
