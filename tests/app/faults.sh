#!/usr/bin/env bash
# Faults on a running estate, by the command and by the control port, while calls flow.
set -uo pipefail
mayday=$1
source=$2
. "$source/tests/app/lib.sh"

stand() {
  "$mayday" up --ready-file "$scratch/ready.json" --out "$scratch/up" >"$scratch/up.log" 2>&1 &
  estate=$!
  check "the estate stands" wait_for "$scratch/ready.json" "$estate"
  hesi=$(jq -r .hesi "$scratch/ready.json") control=$(jq -r .control "$scratch/ready.json")
  token="Authorization: Bearer $(jq -r .control_token "$scratch/ready.json")"
}
fault() { "$mayday" fault "$@" --ready-file "$scratch/ready.json"; }
call() { status -m 20 "$hesi/api/openapi/v1.1/staffs?accessToken=none"; }
state_of() { fault list --json | jq -r --arg id "$1" '[.faults[] | select(.id == $id)] | last | .state'; }

stand
check "without a fault Hesi answers in its own way" test "$(call)" = 403
cat >"$scratch/busy.yaml" <<'YAML'
id: busy
where: {vendor: hesi}
stage: read-request
effect: {status: 503}
at_most: 1h
YAML
check "a fault is added" exits 0 fault add "$scratch/busy.yaml"
check "and acts at once" test "$(call)" = 503
check "and is listed" test "$(state_of busy)" = active
check "with its bites" test "$(fault list --json | jq '.faults[0].bites // 0')" -ge 1
check "for people too" grep -q '^busy .*active' <(fault list)

# A call that hangs keeps the fault that it began with; healing answers it.
sed 's/^effect: .*/effect: {hang: 30m}/' "$scratch/busy.yaml" >"$scratch/hang.yaml"
check "a fault of the same id replaces it" exits 0 fault add "$scratch/hang.yaml"
(call >"$scratch/held") &
held=$!
for _ in $(seq 100); do [ "$(fault list --json | jq '.faults | last | .bites // 0')" -ge 1 ] && break; sleep 0.1; done
check "the call hangs" test "$(fault list --json | jq '.faults | last | .bites // 0')" -ge 1
check "it is healed" exits 0 fault heal busy
wait "$held"
check "and what it held is answered" test "$(cat "$scratch/held")" = 403
check "healing it again is said to be vain" exits 2 fault heal busy
check "in words" grep -q 'mayday fault list' "$scratch/stderr"

# What is wrong with a fault is said with its place.
printf 'id: x\nwhere: {vendor: hesi}\nstage: auth\neffect: {statos: 503}\nat_most: 1h\n' >"$scratch/wrong.yaml"
check "a wrong fault is refused" exits 2 fault add "$scratch/wrong.yaml"
check "with line and column" grep -q '4:.*statos' "$scratch/stderr"
check "and the estate goes on" test "$(call)" = 403
check "the team's token is no good here" test "$(status -H "Authorization: Bearer $(jq -r .team_token "$scratch/ready.json")" "$control/v1/faults")" = 403
check "nor is none" test "$(status "$control/v1/faults")" = 401
check "a fault from standard input" exits 0 fault add - <"$scratch/busy.yaml"
check "acts" test "$(call)" = 503

# A cue.
printf 'id: on-cue\nafter: cue\nwhere: {vendor: hesi}\nstage: read-request\neffect: {status: 502}\npriority: 9\nat_most: 1h\n' >"$scratch/cue.yaml"
check "a fault may wait for a cue" exits 0 fault add "$scratch/cue.yaml"
check "and waits" test "$(state_of on-cue)" = waiting
check "the cue is given" exits 0 fault cue on-cue
for _ in $(seq 50); do [ "$(state_of on-cue)" = active ] && break; sleep 0.1; done
check "and it acts" test "$(call)" = 502
check "a cue that nobody waits for is said" exits 2 fault cue nobody

# The emergency stop ends everything, again and again, and outlives the process.
check "everything stops" exits 0 fault stop
check "everything stops, twice" exits 0 fault stop
check "Hesi is well again" test "$(call)" = 403
check "nothing can be added now" exits 2 fault add "$scratch/busy.yaml"
check "and it is said why" grep -q 'emergency stop holds' "$scratch/stderr"
kill -9 "$estate"
wait "$estate" 2>/dev/null
rm "$scratch/ready.json"
stand
check "the stop holds after a kill" exits 2 fault add "$scratch/busy.yaml"
check "and the start says so" grep -q 'emergency stop of an earlier run holds' "$scratch/up.log"
check "it is released" exits 0 fault release
check "and faults act again" exits 0 fault add "$scratch/busy.yaml"
check "as they should" test "$(call)" = 503
kill -INT "$estate"
wait "$estate"
check "the estate leaves with 0" test $? = 0
check "the ledger tells of what was added" grep -q '"kind":"added"' "$scratch/up/ledger.jsonl"
finish
