#!/usr/bin/env bash
# `mayday score --what-if`: a drill judged, and lived through again, with one action at another time.
set -uo pipefail
mayday=$1
source=$2
. "$source/tests/app/lib.sh"

case_two=$source/scenarios/hesi-auth-upgrade.yaml
"$mayday" run "$case_two" --responder middling --seed 7 --out "$scratch/drill" >"$scratch/played"
ledger=$scratch/drill/ledger.jsonl
what_if() { exits 0 "$mayday" score "$ledger" --what-if "$@"; }
score() { jq .score "$1"; }
more() { awk -v a="$1" -v b="$2" 'BEGIN { exit !(a > b) }'; }

check "declaring earlier" what_if 'declare -2m' --json
check "is worth no less" more "$(score "$scratch/stdout").001" "$(score "$scratch/drill/score.json")"
check "locating later" what_if 'locate 2 +40m' --json
check "is worth less" more "$(score "$scratch/drill/score.json")" "$(score "$scratch/stdout")"
check "a person reads it" what_if 'locate 2 +40m'
check "the dimension is named" grep -q 'd3 .* -> ' "$scratch/stdout"

check "the drill again, nothing moved" what_if 'declare +0s' --replay --out "$scratch/again"
same() { cmp <(jq -S 'del(.ledger_head)' "$1") <(jq -S 'del(.ledger_head)' "$2"); }
check "is worth the same, to the last figure" same "$scratch/drill/score.json" "$scratch/again/score.json"
check "and trend does not take it for a drill" exits 2 "$mayday" trend "$scratch/again"
check "the mending at the desk later" what_if 'desk +30m' --replay --out "$scratch/later"
check "more journeys go wrong" more "$(jq '[.impact[] | .failed + .late] | add' "$scratch/later/score.json")" \
  "$(jq '[.impact[] | .failed + .late] | add' "$scratch/drill/score.json")"
check "a person reads that, too" grep -q 'log-in .* bad journeys' "$scratch/stdout"

refused() { exits 2 "$mayday" score "$ledger" "$@" && grep -q "$words" "$scratch/stderr"; }
words='there is no action "declare 9" in this drill; the team did: ' check "no such action" refused --what-if 'declare 9 -1m'
words="write an action" check "no time" refused --what-if 'declare'
words="write an action" check "no sign" refused --what-if 'declare 8m'
words="is not a duration" check "no unit" refused --what-if 'declare -8parsecs'
check "--replay alone" exits 2 "$mayday" score "$ledger" --replay
finish
