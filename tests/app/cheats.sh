#!/usr/bin/env bash
# A cheat for every dimension, on top of what an ordinary team does in both cases: the same drill, the same seed, and
# a score with the cheat that is never above the score without it.
set -uo pipefail
mayday=$1
source=$2
. "$source/tests/app/lib.sh"

# plays SCENARIO FILE: the score of that responder.
plays() {
  local out
  out=$(mktemp -d -p "$scratch")
  "$mayday" run "$source/scenarios/$1.yaml" --responder "$2" --out "$out" >/dev/null 2>"$out/err"
  [ -s "$out/score.json" ] || { cat "$out/err" >&2; return 1; }
  jq .score "$out/score.json"
}
not_above() { awk -v a="$1" -v b="$2" 'BEGIN { exit !(a != "" && b != "" && a <= b) }'; }

for scenario in hesi-approval-timeout hesi-auth-upgrade; do
  team="$source/tests/app/cheats/teams/$scenario.yaml"
  honest=$(plays "$scenario" "$team")
  for cheat in "$source"/tests/app/cheats/*.yaml; do
    name=$(basename "$cheat" .yaml)
    cat "$cheat" "$team" >"$scratch/responder.yaml"
    cheating=$(plays "$scenario" "$scratch/responder.yaml")
    check "$scenario, $name: $cheating is not above $honest" not_above "$cheating" "$honest"
    printf '%-22s %-18s %6s without, %6s with\n' "$scenario" "$name" "$honest" "$cheating"
  done
done
finish
