#!/usr/bin/env bash
# Ten thousand connections whose request hangs, or that ask for nothing, leave everybody else served and cost
# little memory.
set -uo pipefail
mayday=$1
source=$2
. "$source/tests/app/lib.sh"
. "$source/tests/app/hold.sh"
started=()
trap 'kill "${started[@]}" 2>/dev/null; rm -rf "$scratch"' EXIT

many=10000
most=8192 # bytes for each
if ! may_hold $many; then
  echo "skipped: a process may open only $(ulimit -Hn) files here, too few to hold $many connections"
  exit 77
fi

# all_answered: a load of healthy requests, every one of them answered with 200.
all_answered() {
  wrk -t1 -c16 -d1s "$healthy" >"$scratch/wrk"
  if grep -E 'Non-2xx|Socket errors| 0 requests in' "$scratch/wrk" >&2; then return 1; fi
  grep -q 'requests in' "$scratch/wrk"
}

for way in hold_in_hang hold_idle; do
  check "$way: an estate stands" stand_with_hang
  before=$(resident "$estate")
  check "$way: $many are held" "$way" $many
  each=$((($(resident "$estate") - before) * 1024 / many))
  echo "$way: $each bytes for each of $many"
  check "$way: each costs less than $most bytes" test "$each" -lt $most
  check "$way: healthy requests beside them are answered" all_answered
  let_go
  check "$way: nobody was left meanwhile" test "$kept" = $many
  check "$way: healthy requests are answered when they have gone" all_answered
  let_estate_go
done
finish
