#!/usr/bin/env bash
# The whole library in virtual time: every scenario proves that it is fair, with its own seed. Each of its teams scores
# what `expect` says, and what that may say is law: gold at least 95, nobody at most 15, the cheater at most 40. Prints
# one line a scenario; two run at a time.
set -uo pipefail
mayday=$1
source=$2
. "$source/tests/app/lib.sh"

# bands SCENARIO: what it expects of each of its teams.
bands() {
  "$mayday" plan "$source/scenarios/$1.yaml" --json |
    jq -r '.brief.expected[] | "\(.responder) \(.least) \(.most)"' >"$scratch/$1.bands"
}
# one SCENARIO RESPONDER: its verdict and score, and the exit code.
one() {
  local out="$scratch/$1-$2" code=0
  "$mayday" run "$source/scenarios/$1.yaml" --responder "$2" --out "$out" >/dev/null 2>"$out.err" || code=$?
  [ -s "$out/score.json" ] && jq -r --arg code "$code" '"\($code) \(.score) \(.verdict)"' "$out/score.json" || echo "$code 0 failed"
}
export -f bands one
export mayday source scratch

scenarios=()
for file in "$source"/scenarios/*.yaml; do
  grep -q '^responders:' "$file" && scenarios+=("$(basename "$file" .yaml)")
done
printf '%s\n' "${scenarios[@]}" | xargs -P 2 -I{} bash -c 'bands "$0"' {}
for scenario in "${scenarios[@]}"; do sed "s/^/$scenario /" "$scratch/$scenario.bands"; done >"$scratch/all"
cut -d' ' -f1,2 "$scratch/all" | xargs -P 2 -L 1 bash -c 'one "$0" "$1" >"$scratch/$0.$1"'

# holds SCENARIO RESPONDER LOW HIGH: gold passes, nobody and the cheater do not; others may.
holds() {
  local code score verdict want
  read -r code score verdict <"$scratch/$1.$2"
  case $2 in gold) want=0 ;; null | cheater) want=1 ;; *) want=$code ;; esac
  awk -v s="$score" -v low="$3" -v high="$4" 'BEGIN { exit !(s >= low && s <= high) }' && [ "$code" = "$want" ] && return 0
  echo "  $1 $2: exit $code, score $score, $verdict; wanted exit $want, score $3 to $4" >&2
  echo "  repeat with: mayday run scenarios/$1.yaml --responder $2" >&2
  return 1
}
while read -r scenario who low high; do
  check "$scenario $who" holds "$scenario" "$who" "$low" "$high"
done <"$scratch/all"
for scenario in "${scenarios[@]}"; do
  check "$scenario expects what is law" awk '
    $1 == "gold" && $2 >= 95 || $1 == "null" && $3 <= 15 || $1 == "cheater" && $3 <= 40 { kept++ }
    END { exit kept != 3 }' "$scratch/$scenario.bands"
  line=$(printf '%-28s' "$scenario")
  while read -r who _; do line+=$(printf '%s %6s  ' "$who" "$(cut -d' ' -f2 "$scratch/$scenario.$who")"); done <"$scratch/$scenario.bands"
  echo "$line"
done
check "there are twenty" test "${#scenarios[@]}" -ge 20
finish
