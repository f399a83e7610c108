#!/usr/bin/env bash
# The whole library in virtual time: every scenario proves that it is fair, with its own seed. Gold scores at least
# 95, nobody at most 15, the cheater at most 40. Prints one line a scenario; two run at a time.
set -uo pipefail
mayday=$1
source=$2
. "$source/tests/app/lib.sh"

# one SCENARIO RESPONDER: its verdict and score, and the exit code.
one() {
  local out="$scratch/$1-$2" code=0
  "$mayday" run "$source/scenarios/$1.yaml" --responder "$2" --out "$out" >/dev/null 2>"$out.err" || code=$?
  [ -s "$out/score.json" ] && jq -r --arg code "$code" '"\($code) \(.score) \(.verdict)"' "$out/score.json" || echo "$code 0 failed"
}
export -f one
export mayday source scratch

scenarios=()
for file in "$source"/scenarios/*.yaml; do
  grep -q '^responders:' "$file" && scenarios+=("$(basename "$file" .yaml)")
done
for scenario in "${scenarios[@]}"; do
  for who in gold null cheater; do echo "$scenario $who"; done
done | xargs -P 2 -L 1 bash -c 'one "$0" "$1" >"$scratch/$0.$1"'

# holds SCENARIO RESPONDER CODE LOW HIGH
holds() {
  local code score verdict
  read -r code score verdict <"$scratch/$1.$2"
  awk -v s="$score" -v low="$4" -v high="$5" 'BEGIN { exit !(s >= low && s <= high) }' && [ "$code" = "$3" ] && return 0
  echo "  $1 $2: exit $code, score $score, $verdict; wanted exit $3, score $4 to $5" >&2
  echo "  repeat with: mayday run scenarios/$1.yaml --responder $2" >&2
  return 1
}
for scenario in "${scenarios[@]}"; do
  check "$scenario gold" holds "$scenario" gold 0 95 100
  check "$scenario null" holds "$scenario" null 1 0 15
  check "$scenario cheater" holds "$scenario" cheater 1 0 40
  printf '%-28s gold %6s  null %6s  cheater %6s\n' "$scenario" \
    "$(cut -d' ' -f2 "$scratch/$scenario.gold")" "$(cut -d' ' -f2 "$scratch/$scenario.null")" \
    "$(cut -d' ' -f2 "$scratch/$scenario.cheater")"
done
check "there are twenty" test "${#scenarios[@]}" -ge 20
finish
