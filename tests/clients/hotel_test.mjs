// The hotel supplier through `amadeus`: from a city to a cancelled room, and what it refuses.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {dayAhead, hotelClient} from './estate.mjs';

const amadeus = hotelClient();
const stay = {adults: 1, checkInDate: dayAhead(30), checkOutDate: dayAhead(32)};
const ORDERS = '/v2/booking/hotel-orders';

/** For `assert.rejects`: the client's kind of error, the HTTP status and the vendor's code. */
const refusal = (kind, status, vendorCode) => ({code, response}) => {
  const told = `${code} ${response?.statusCode} ${response?.result?.errors?.[0]?.code ?? response?.result?.code}`;
  assert.equal(told, `${kind} ${status} ${vendorCode}`);
  return true;
};

async function offerOf(hotelIds) {
  const {data: [{offers: [offer]}]} = await amadeus.shopping.hotelOffersSearch.get({hotelIds, ...stay});
  return offer;
}

function orderOf(offerId) {
  return {data: {
    type: 'hotel-order',
    guests: [{tid: 1, title: 'MS', firstName: 'XIAOLI', lastName: 'WANG', phone: '+8613800000000', email: 'wang.xiaoli@example.com'}],
    travelAgent: {contact: {email: 'travel-desk@example.com'}},
    roomAssociations: [{guestReferences: [{guestReference: '1'}], hotelOfferId: offerId}],
    payment: {method: 'CREDIT_CARD', paymentCard: {paymentCardInfo: {vendorCode: 'VI', cardNumber: '4111111111111111', expiryDate: '2028-08', holderName: 'WANG XIAOLI'}}},
  }};
}

async function book(hotelId = 'QABJS001', client = amadeus) {
  const offer = await offerOf(hotelId);
  const {data: order} = await client.booking.hotelOrders.post(orderOf(offer.id));
  return {offer, order, booking: order.hotelBookings[0]};
}

/** The client has no names for what follows a booking; its generic calls reach it, but for PATCH: it sends no body. */
const orderPath = (order) => `${ORDERS}/${encodeURIComponent(order.id)}`;
const bookingPath = (order, booking) => `${orderPath(order)}/hotel-bookings/${encodeURIComponent(booking.id)}`;
const cancel = ({order, booking}) => amadeus.client.post(`${bookingPath(order, booking)}/cancel`, '');

test('hotels are found by city, by place, by id and by name', async () => {
  const {hotels} = amadeus.referenceData.locations;
  const {data: inCity} = await hotels.byCity.get({cityCode: 'BJS'});
  assert.ok(inCity.length >= 5);
  const [{hotelId, geoCode, name}] = inCity;
  const {data: near} = await hotels.byGeocode.get(geoCode);
  assert.equal(near[0].hotelId, hotelId);
  const {data: byId} = await hotels.byHotels.get({hotelIds: hotelId});
  assert.deepEqual(byId.map((hotel) => hotel.name), [name]);
  const {data: named} = await amadeus.referenceData.locations.hotel.get({keyword: name.slice(0, 12), subType: 'HOTEL_GDS'});
  assert.ok(named.some(({hotelIds}) => hotelIds.includes(hotelId)));
});

test('an offer read alone costs what the search said', async () => {
  const offer = await offerOf('QABJS001');
  const {data: {offers: [again]}} = await amadeus.shopping.hotelOfferSearch(offer.id).get();
  assert.equal(again.price.total, offer.price.total);
});

test('a booked room reads back, by order and by reference', async () => {
  const {order, booking, offer} = await book();
  assert.equal(booking.bookingStatus, 'CONFIRMED');
  assert.equal(booking.hotelOffer.price.total, offer.price.total);
  const {data: read} = await amadeus.client.get(orderPath(order));
  assert.deepEqual(read, order);
  const [{reference}] = order.associatedRecords;
  const {data: found} = await amadeus.client.get(`${ORDERS}/by-reference`, {reference, originSystemCode: 'GDS'});
  assert.equal(found.id, order.id);
});

test('a cancelled room shows it, and is cancelled once', async () => {
  const booked = await book();
  const {data: order} = await cancel(booked);
  assert.equal(order.hotelBookings[0].bookingStatus, 'CANCELLED');
  const {data: read} = await amadeus.client.get(orderPath(booked.order));
  assert.equal(read.hotelBookings[0].bookingStatus, 'CANCELLED');
  assert.ok(read.hotelBookings[0].hotelProviderInformation[0].cancellationNumber);
  await assert.rejects(cancel(booked), refusal('ClientError', 400, 1694));
});

test('a hotel may refuse to cancel, or cancel without a number', async () => {
  await assert.rejects(cancel(await book('QABJS906')), refusal('ClientError', 400, 8622));
  const {data: unproven} = await cancel(await book('QABJS908'));
  assert.equal(unproven.hotelBookings[0].hotelProviderInformation[0].cancellationNumber, 'NONE');
});

test('an order whose only booking is deleted is gone', async () => {
  const {order, booking} = await book();
  const {result} = await amadeus.client.delete(bookingPath(order, booking));
  assert.ok(result.included.cancellationNumber);
  await assert.rejects(amadeus.client.get(orderPath(order)), refusal('NotFoundError', 404, 38196));
});

test('the retired way to book still books', async () => {
  const offer = await offerOf('QABJS001');
  const {data} = await amadeus.booking.hotelBookings.post({data: {
    offerId: offer.id,
    guests: [{name: {title: 'MS', firstName: 'XIAOLI', lastName: 'WANG'}, contact: {phone: '+8613800000000', email: 'wang.xiaoli@example.com'}}],
    payments: [{method: 'creditCard', card: {vendorCode: 'VI', cardNumber: '4111111111111111', expiryDate: '2028-08'}}],
  }});
  assert.equal(data[0].type, 'hotel-booking');
});

test('one offer booked twice is two rooms', async () => {
  const offer = await offerOf('QABJS001');
  const {data: first} = await amadeus.booking.hotelOrders.post(orderOf(offer.id));
  const {data: second} = await amadeus.booking.hotelOrders.post(orderOf(offer.id));
  assert.notEqual(first.id, second.id);
});

test('offers that are gone, full or dearer are refused', async () => {
  const unknown = 'ZZZZZZZZZZ';
  await assert.rejects(amadeus.shopping.hotelOfferSearch(unknown).get(), refusal('NotFoundError', 404, 1797));
  await assert.rejects(amadeus.booking.hotelOrders.post(orderOf(unknown)), refusal('ClientError', 400, 38420));
  await assert.rejects(offerOf('QABJS901'), refusal('ClientError', 400, 3664));
  await assert.rejects(book('QABJS902'), refusal('ClientError', 400, 37200));
  await assert.rejects(book('QABJS905'), refusal('ClientError', 400, 25860));
});

test("the client's own way to send a list is refused", async () => {
  const hotelIds = ['QABJS001', 'QBBJS002'];
  await assert.rejects(amadeus.shopping.hotelOffersSearch.get({hotelIds, ...stay}), refusal('ClientError', 400, 477));
});

test('wrong, weak and revoked credentials are refused', async () => {
  const cities = (client) => client.referenceData.locations.hotels.byCity.get({cityCode: 'BJS'});
  await assert.rejects(cities(hotelClient('drill-client', 'wrong')), refusal('AuthenticationError', 401, 38187));
  await assert.rejects(cities(hotelClient('drill-client-revoked')), refusal('AuthenticationError', 401, 39683));
  const reader = hotelClient('drill-client-readonly');
  assert.ok((await cities(reader)).data.length >= 5);
  await assert.rejects(book('QABJS001', reader), refusal('ClientError', 403, 38197));
});
