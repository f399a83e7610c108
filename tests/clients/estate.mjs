// The estate that these tests call, and how a travel desk's own programs would reach it: official clients,
// unmodified, of which nothing is set but address and credential.
import {readFileSync} from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import Amadeus from 'amadeus';
import {Duffel} from '@duffel/api';

/** URLs of the estate, from the file that `mayday up --ready-file` wrote. */
export const estate = JSON.parse(readFileSync(process.env.MAYDAY_READY, 'utf8'));

/** A day that far ahead, as both vendors write days. */
export function dayAhead(days) {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

export function airlineClient(token = 'duffel_test_drill_token', settings = {}) {
  return new Duffel({token, basePath: estate.airline, ...settings});
}

/** The client takes an address apart, and heeds plain HTTP only once it is made. */
export function hotelClient(clientId = 'drill-client', clientSecret = 'drill-secret') {
  const {protocol, hostname, port} = new URL(estate.hotel);
  const amadeus = new Amadeus({clientId, clientSecret, host: hostname, port: Number(port), logLevel: 'silent'});
  amadeus.client.ssl = protocol === 'https:';
  amadeus.client.http = amadeus.client.ssl ? https : http;
  return amadeus;
}
