#!/usr/bin/env bash
# `mayday plan` as people read it: the whole page, and the same plan for machines.
set -uo pipefail
mayday=$1
source=$2
. "$source/tests/app/lib.sh"

page="$source/tests/app/plans/everything.txt"
"$mayday" plan "$source/tests/app/plans/everything.yaml" >"$scratch/page" 2>"$scratch/warnings"
check "the page is as it should be" diff "$page" "$scratch/page"
check "for machines it is the plan, and nothing else" test "$("$mayday" plan "$source/tests/app/plans/everything.yaml" --json 2>/dev/null | jq -r .scenario)" = everything
for file in "$source"/scenarios/*.yaml; do
  grep -q '^scenario:' "$file" || continue
  name=$(basename "$file" .yaml)
  check "$name has a plan" exits 0 "$mayday" plan "$file"
  check "$name fits a screen" test "$(awk 'length($0) > 200' "$scratch/stdout" | wc -l)" = 0
  cp "$scratch/stdout" "$scratch/$name"
done
# Whom a seed hits does not depend on when: ten minutes later it is the same people.
people() { sed -n '/^Whom the seed hits/,$p' "$1"; }
sed 's/at: 5m/at: 15m/' "$source/tests/app/plans/everything.yaml" >"$scratch/later.yaml"
"$mayday" plan "$scratch/later.yaml" >"$scratch/later" 2>/dev/null
check "the same people are hit at another time" diff <(people "$scratch/page") <(people "$scratch/later")
"$mayday" plan "$scratch/later.yaml" --seed 8 >"$scratch/seed" 2>/dev/null
check "another seed hits others" test "$(people "$scratch/later" | cksum)" != "$(people "$scratch/seed" | cksum)"
finish
