#!/usr/bin/env bash
# Estates as they stand for real systems: several in one process, over HTTPS, in front of a real vendor; their
# books and contracts through the control port.
set -uo pipefail
mayday=$1
source=$2
. "$source/tests/app/lib.sh"
J="Content-Type: application/json"

# --- two estates over HTTPS ------------------------------------------------------------------------------
"$mayday" up --estates 2 --tls "$scratch/tls" --ready-file "$scratch/two.json" --out "$scratch/two" >"$scratch/two.log" 2>&1 &
two=$!
check "two estates stand up" wait_for "$scratch/two.json" "$two"
of() { jq -r ".estates[$1].$2" "$scratch/two.json"; }
ca=$(jq -r .ca "$scratch/two.json")
check "every address is HTTPS" reads '[.estates[] | .hesi,.airline,.hotel,.payment,.desk,.control,.team | startswith("https://")] | all' "$scratch/two.json"
check "the certificate authority is where it says" test -s "$ca"
check "who does not know the authority does not trust it" exits 60 curl -s "$(of 0 desk)/healthz"
check "the private key is nowhere on disk" test -z "$(grep -rl 'PRIVATE KEY' "$scratch" || true)"
C0="Authorization: Bearer $(of 0 control_token)" C1="Authorization: Bearer $(of 1 control_token)"
check "one estate's token is no good at the other" test "$(status --cacert "$ca" -H "$C0" "$(of 1 control)/v1/drill")" = 403
session=$(curl -s --cacert "$ca" -H "$J" -d '{"code":"D1001","client":"pc"}' "$(of 0 desk)/api/login" | jq -r .session)
check "logging in goes through Hesi, over HTTPS both times" test "${session#ses-}" != "$session"
check "a claim is handed in at the first" test "$(status --cacert "$ca" -H "$J" -H "Authorization: Bearer $session" -d '{"title":"Trip","amount":"680.00","date":"2026-11-24"}' "$(of 0 desk)/api/claims")" = 201
check "the first's Hesi has it in its books" test "$(curl -s --cacert "$ca" -H "$C0" "$(of 0 control)/v1/books/hesi" | jq '[.records[] | select(.what == "claim" and .state == "open")] | length')" -ge 1
check "the second's desk knows nothing of it" test "$(curl -s --cacert "$ca" -H "$C1" "$(of 1 control)/v1/books/desk" | jq -c .records)" = "[]"
check "nor does its session hold there" test "$(status --cacert "$ca" -H "Authorization: Bearer $session" "$(of 1 desk)/api/claims/1")" = 401
check "reconcile finds the estate and no difference" exits 0 "$mayday" reconcile --ready-file "$scratch/two.json" --estate 2
check "and says so" grep -q '^0 differences' "$scratch/stdout"
check "an estate that is not there is said" exits 2 "$mayday" reconcile --ready-file "$scratch/two.json" --estate 3
check "books that nobody keeps are not found" test "$(status --cacert "$ca" -H "$C0" "$(of 0 control)/v1/books/team")" = 404
for vendor in hesi airline hotel payment; do
  check "the contract of $vendor is served" test "$(curl -s --cacert "$ca" -H "$C0" "$(of 0 control)/v1/contracts/$vendor" | cmp -s - "$source/mocks/$vendor/contract.yaml"; echo $?)" = 0
done
kill -INT "$two"
wait "$two"
check "both leave with 0" test $? = 0
for n in 1 2; do
  check "ledger $n is closed" test "$(tail -1 "$scratch/two/$n/ledger.jsonl" | jq -r '"\(.kind) \(.why)"')" = "close signal"
done
check "fixed ports are for one estate" exits 2 "$mayday" up --estates 2 --ports desk=18105 --out "$scratch/no"

# --- in front of a real vendor ---------------------------------------------------------------------------
# The "real" one is another estate; to the first it is an address like any other.
"$mayday" up --ready-file "$scratch/real.json" --out "$scratch/real" >/dev/null 2>&1 &
real=$!
check "the real vendor stands" wait_for "$scratch/real.json" "$real"
cat >"$scratch/passing.yaml" <<YAML
scenario: passing-through
title: The airline is the real one
length: 24h
estate:
  airline: {upstream: "$(jq -r .airline "$scratch/real.json")"}
YAML
check "an upstream needs leave" exits 2 "$mayday" up "$scratch/passing.yaml" --out "$scratch/no"
check "and is told how" grep -q -- '--allow 127.0.0.1' "$scratch/stderr"
check "the virtual world has none" exits 2 "$mayday" run "$scratch/passing.yaml" --allow 127.0.0.1 --out "$scratch/no"
"$mayday" up "$scratch/passing.yaml" --allow 127.0.0.1 --record --ready-file "$scratch/front.json" --out "$scratch/front" >/dev/null 2>&1 &
front=$!
check "the estate before it stands" wait_for "$scratch/front.json" "$front"
airline=$(jq -r .airline "$scratch/front.json")
search='{"data":{"slices":[{"origin":"PEK","destination":"SHA","departure_date":"2027-03-15"}],"passengers":[{"type":"adult"}]}}'
check "a search passes through" test "$(status -H 'Authorization: Bearer duffel_test_drill_token' -H 'Duffel-Version: v2' -H "$J" -d "$search" "$airline/air/offer_requests/")" = 201
offer=$(jq -r '.data.offers[0].id' "$scratch/body")
check "the real vendor made the offer" test "$(status -H 'Authorization: Bearer duffel_test_drill_token' -H 'Duffel-Version: v2' "$(jq -r .airline "$scratch/real.json")/air/offers/$offer")" = 200
check "the real vendor's refusal comes back as it is" test "$(status -H 'Authorization: Bearer nobody' -H 'Duffel-Version: v2' "$airline/air/orders")" = 401
kill -INT "$real"
wait "$real"
check "without the real vendor the airline says bad gateway" test "$(status -H 'Authorization: Bearer duffel_test_drill_token' -H 'Duffel-Version: v2' "$airline/air/orders")" = 502
kill -INT "$front"
wait "$front"
record="$scratch/front/forwarded.jsonl"
check "what was passed on is kept for its owner alone" test "$(stat -c %a "$record") $(wc -l <"$record")" = "600 3"
check "with operation and answer" test "$(head -1 "$record" | jq -r '"\(.operation) \(.answer.status)"')" = "createOfferRequest 201"
check "and without the credential" test "$(grep -c duffel_test_drill_token "$record")" = 0
"$mayday" up "$scratch/passing.yaml" --allow 127.0.0.1 --record --ready-file "$scratch/again.json" --out "$scratch/front" >/dev/null 2>&1 &
again=$!
check "a second run in the same folder stands, too" wait_for "$scratch/again.json" "$again"
kill -INT "$again"
wait "$again"
check "and has kept the first one's record" test -s "$scratch/front/earlier/1/forwarded.jsonl"

finish
