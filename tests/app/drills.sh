#!/usr/bin/env bash
# Every scenario proves its own fairness, in virtual time: gold at least 95, middling between 60 and 80,
# nobody at most 15, the cheater at most 40; the same seed gives the same bytes, another seed others.
set -uo pipefail
mayday=$1
source=$2
. "$source/tests/app/lib.sh"

for scenario in hesi-approval-timeout hesi-auth-upgrade; do
  file="$source/scenarios/$scenario.yaml"
  for who in gold:0:95:100 middling:0:60:80 null:1:0:15 cheater:1:0:40; do
    IFS=: read -r name code low high <<<"$who"
    out="$scratch/$scenario-$name"
    if [ "$name" = middling ]; then
      "$mayday" run "$file" --responder "$name" --seed 7 --out "$out" >/dev/null 2>&1
    else
      check "$scenario $name exits $code" exits "$code" "$mayday" run "$file" --responder "$name" --seed 7 --out "$out"
    fi
    check "$scenario $name scores $low to $high" reads ".score >= $low and .score <= $high" "$out/score.json"
    echo "$scenario $name $(jq -r '"\(.score) (\(.low)-\(.high)) \(.verdict)"' "$out/score.json")"
  done
  again="$scratch/$scenario-again"
  "$mayday" run "$file" --responder gold --seed 7 --out "$again" >/dev/null
  check "$scenario the same seed gives the same ledger" cmp "$scratch/$scenario-gold/ledger.jsonl" "$again/ledger.jsonl"
  check "$scenario the same seed gives the same score" cmp "$scratch/$scenario-gold/score.json" "$again/score.json"
  "$mayday" run "$file" --responder gold --seed 8 --out "$scratch/$scenario-other" >/dev/null
  check "$scenario another seed differs" eval "! cmp -s '$again/ledger.jsonl' '$scratch/$scenario-other/ledger.jsonl'"
  "$mayday" score "$again/ledger.jsonl" --json >"$scratch/rescored.json"
  check "$scenario a stored ledger scores the same" cmp "$again/score.json" "$scratch/rescored.json"
done

# The second drill in a folder is compared with the first, a named one with whatever it names.
again="$scratch/hesi-auth-upgrade-again"
before="$scratch/hesi-auth-upgrade-null/score.json"
"$mayday" run "$source/scenarios/hesi-auth-upgrade.yaml" --responder gold --seed 8 --out "$again" >/dev/null
check "a drill is compared with the one before it" grep -q 'earlier/1/score.json' "$again/report.html"
check "a stored drill is compared with the same" grep -q 'earlier/1/score.json' <("$mayday" report "$again/ledger.jsonl" >/dev/null && cat "$again/report.html")
check "a named run is compared with" exits 0 "$mayday" report "$again/ledger.jsonl" --compare "$before"
check "and told in the summary" grep -q "$(jq '.score' "$before")" "$again/summary.md"
check "a run of another scenario is refused" exits 2 "$mayday" report "$again/ledger.jsonl" --compare "$scratch/hesi-approval-timeout-null/score.json"
check "what is no score.json is refused" exits 2 "$mayday" report "$again/ledger.jsonl" --compare "$again/ledger.jsonl"

told() { [[ $("$@" 2>&1 >/dev/null) == *'::error file='* ]]; }
check "GitHub Actions is told what broke" told env GITHUB_ACTIONS=true "$mayday" score "$scratch/hesi-auth-upgrade-null/ledger.jsonl"
check "so is who asks" told env -u GITHUB_ACTIONS "$mayday" score "$scratch/hesi-auth-upgrade-null/ledger.jsonl" --annotations
check "nobody else is" eval '! told env -u GITHUB_ACTIONS "$mayday" score "$scratch/hesi-auth-upgrade-null/ledger.jsonl"'

# Without the journey that meets the fault, the drill proves nothing: inconclusive, never a pass.
grep -v -e 'run: submit-expense' -e '^canary:' "$source/scenarios/hesi-approval-timeout.yaml" >"$scratch/no-journey.yaml"
cp -r "$source/scenarios/responders" "$scratch/"
check "a fault that never bites is inconclusive" exits 3 "$mayday" run "$scratch/no-journey.yaml" --responder gold --out "$scratch/no-journey"
finish
