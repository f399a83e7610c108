#!/usr/bin/env bash
# Hints: a team asks at its door and gets the scenario's next one, once; it pays for it in points.
set -uo pipefail
mayday=$1
source=$2
. "$source/tests/app/lib.sh"
scenario="$source/scenarios/hesi-approval-timeout.yaml"

# --- a scripted team ---------------------------------------------------------------------------------------
gold="$source/scenarios/responders/hesi-approval-timeout.gold.yaml"
{ echo '- {when: {time: 6m}, do: [hint, hint]}'; cat "$gold"; } >"$scratch/hinted.yaml"
"$mayday" run "$scenario" --responder gold --out "$scratch/alone" >/dev/null 2>&1
"$mayday" run "$scenario" --responder "$scratch/hinted.yaml" --out "$scratch/hinted" >/dev/null 2>&1
hints() { jq -r '.penalties[] | select(.name == "hints") | "\(.count) \(.points | floor)"' "$1/score.json"; }
check "nobody pays for hints that nobody asked for" test "$(hints "$scratch/alone")" = "0 0"
check "two hints cost what they say" test "$(hints "$scratch/hinted")" = "2 7"
check "the ledger keeps price and text" reads '.side == "team" and .body.cost == 5 and (.body.text.zh | length > 0)
  and .body.text.en != .body.text.zh' <(grep '"action":"hint"' "$scratch/hinted/ledger.jsonl" | tail -n 1)
check "they cost points" awk -v a="$(jq .score "$scratch/alone/score.json")" -v b="$(jq .score "$scratch/hinted/score.json")" 'BEGIN { exit !(b <= a - 7) }'

# --- people ------------------------------------------------------------------------------------------------
"$mayday" up "$scenario" --ready-file "$scratch/ready.json" --out "$scratch/up" >"$scratch/up.log" 2>&1 &
estate=$!
check "the estate stands" wait_for "$scratch/ready.json" "$estate"
team=$(jq -r .team "$scratch/ready.json")
hint='{"kind":"hint"}'
# ask KEY [ACTION]
ask() {
  local action=${2:-}
  status -H "Authorization: Bearer $(jq -r .team_token "$scratch/ready.json")" -H 'Content-Type: application/json' \
    -H "Idempotency-Key: $1" -d "${action:-$hint}" "$team/v1/actions"
}
check "a hint is given" test "$(ask first)" = 202
check "with its price, its text, and how many are left" reads '.cost == 2 and (.text.zh | length > 0) and (.text.en | length > 0) and .left == 2' "$scratch/body"
first=$(jq -c .text "$scratch/body")
check "asking again with the same key is asking once" test "$(ask first)" = 202
check "and answered the same" test "$(jq -c .text "$scratch/body")" = "$first"
check "the next one is dearer" test "$(ask second) $(jq .cost "$scratch/body")" = "202 5"
check "and so is the last" test "$(ask third) $(jq '"\(.cost) \(.left)"' -r "$scratch/body")" = "202 10 0"
check "then there are no more" test "$(ask fourth) $(jq -r .error "$scratch/body")" = "409 there are no more hints; you have had all 3"
check "nobody names a price of his own" test "$(ask fifth '{"kind":"hint","body":{"cost":0}}') $(jq -r .error "$scratch/body")" = '400 hint does not know "cost"; it takes nothing'
kill -INT "$estate"
wait "$estate"
check "three are in the ledger" test "$(grep -c '"action":"hint"' "$scratch/up/ledger.jsonl")" = 3

rm "$scratch/ready.json"
"$mayday" up --ready-file "$scratch/ready.json" --out "$scratch/plain" >"$scratch/up.log" 2>&1 &
estate=$!
check "an estate without a scenario stands" wait_for "$scratch/ready.json" "$estate"
team=$(jq -r .team "$scratch/ready.json")
check "and has no hints" test "$(ask first) $(jq -r .error "$scratch/body")" = "409 this drill has no hints"
kill -INT "$estate"
wait "$estate"
finish
