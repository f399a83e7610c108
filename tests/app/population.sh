#!/usr/bin/env bash
# Simulated teams: the shipped populations are what the command makes of the library today, every scored scenario has
# one, and a score says how it lies among them.
set -uo pipefail
mayday=$1
source=$2
. "$source/tests/app/lib.sh"

shipped="$source/scenarios/populations"
for file in "$source"/scenarios/*.yaml; do
  grep -q '^responders:' "$file" || continue
  check "$(basename "$file") has a population" test -s "$shipped/$(basename "$file" .yaml).json"
done

made="$scratch/populations"
mkdir "$made"
for scenario in hesi-approval-timeout hesi-auth-upgrade nothing-is-wrong; do
  check "$scenario is fit" exits 0 "$mayday" population "$source/scenarios/$scenario.yaml" --out "$made"
  check "$scenario is as shipped" cmp "$made/$scenario.json" "$shipped/$scenario.json"
  check "$scenario tells its spread" grep -q "$scenario .* P50 .* rho 0\." "$scratch/stdout"
done

"$mayday" run "$source/scenarios/hesi-approval-timeout.yaml" --responder gold --out "$scratch/gold" >/dev/null
check "gold is ahead of nearly all" reads '.population == "p1" and .percentile >= 90' "$scratch/gold/score.json"
"$mayday" run "$source/scenarios/hesi-approval-timeout.yaml" --responder null --out "$scratch/null" >/dev/null
check "nobody is behind nearly all" reads '.population == "p1" and .percentile <= 10' "$scratch/null/score.json"
"$mayday" score "$scratch/gold/ledger.jsonl" --profile 1-5-10 --json >"$scratch/other.json"
check "another profile has no such teams" reads '.population == "" and .percentile == null' "$scratch/other.json"
finish
