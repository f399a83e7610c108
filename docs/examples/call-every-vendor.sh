#!/usr/bin/env bash
# Stands an estate up and calls each vendor once, as a travel system would: four kinds of credentials.
# Needs curl, jq and openssl. MAYDAY names the command, build/release/mayday unless set.
set -euo pipefail
folder=$(mktemp -d)
"${MAYDAY:-build/release/mayday}" up --ready-file "$folder/ready.json" --out "$folder/up" >"$folder/log" 2>&1 &
estate=$!
trap 'kill -INT $estate; wait $estate || true; rm -rf "$folder"' EXIT
for _ in $(seq 300); do
  [ -s "$folder/ready.json" ] && break
  kill -0 $estate || { cat "$folder/log" >&2; exit 1; }
  sleep 0.1
done
url() { jq -r ".$1" "$folder/ready.json"; }
call() { curl -sSf "$@"; }
json='Content-Type: application/json'

# Hesi: a key pair buys a token, which goes into the query of every call.
token=$(call -H "$json" "$(url hesi)/api/openapi/v1/auth/getAccessToken" \
  -d '{"appKey": "5d0c7e11-0a01-4c0d-9b01-d1a100000001", "appSecurity": "9f1b2c33-0b02-4d0e-8c02-d1a100000002"}' |
  jq -r .value.accessToken)
echo "Hesi's staff:        $(call "$(url hesi)/api/openapi/v1.1/staffs?start=0&count=100&accessToken=$token" | jq .count)"

# The airline: a bearer token and a dated version.
search='{"data": {"slices": [{"origin": "PEK", "destination": "SHA", "departure_date": "2027-03-15"}], "passengers": [{"type": "adult"}]}}'
echo "The cheapest flight: $(call "$(url airline)/air/offer_requests" -H "$json" -H 'Duffel-Version: v2' \
  -H 'Authorization: Bearer duffel_test_drill_token' -d "$search" |
  jq -r '.data.offers | min_by(.total_amount | tonumber) | "\(.total_amount) \(.total_currency)"')"

# The hotel supplier: OAuth2 client credentials.
bearer=$(call "$(url hotel)/v1/security/oauth2/token" \
  -d 'grant_type=client_credentials&client_id=drill-client&client_secret=drill-secret' | jq -r .access_token)
echo "Hotels in Shanghai:  $(call -H "Authorization: Bearer $bearer" \
  "$(url hotel)/v1/reference-data/locations/hotels/by-city?cityCode=SHA" | jq '.data | length')"

# The payment gateway: every request signed, with a time stamp and, where it makes something, a key of its own.
body='{"amount": "680.00", "currency": "CNY", "order": "T1", "description": "trip"}'
now=$(date +%s)
signature=$(printf 'POST\n/v1/payments\n%s\n%s' "$now" "$body" | openssl dgst -sha256 -hmac sk_drill -r | cut -d' ' -f1)
echo "A payment:           $(call "$(url payment)/v1/payments" -H "$json" -H 'Idempotency-Key: first' -H 'X-Pay-Key: pk_drill' \
  -H "X-Pay-Timestamp: $now" -H "X-Pay-Signature: $signature" -d "$body" | jq -r .status)"

# The facilitator's port knows what every member has in its books.
echo "In the gateway's books: $(call -H "Authorization: Bearer $(url control_token)" "$(url control)/v1/books/payment" |
  jq -r '.records[] | "order \(.order), \(.state)"')"
