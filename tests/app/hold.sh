# For scripts that hold connections. They have set `mayday`, `source` (the project's folder), `scratch` (a folder
# of theirs) and `started` (an array of what they kill when they end).

# may_hold COUNT: this machine lets a process open so many files; from now on it may.
may_hold() {
  local hard
  hard=$(ulimit -Hn)
  ulimit -n "$hard"
  [ "$hard" = unlimited ] || [ "$hard" -ge $(($1 + 500)) ]
}
# resident PID: its memory in KiB.
resident() { awk '/^VmRSS/ {print $2}' "/proc/$1/status"; }

# stand COMMAND…: an estate, $estate; Hesi is at $hesi, and what it answers at once at $healthy.
stand() {
  rm -f "$scratch/ready.json"
  "$mayday" "$@" --ready-file "$scratch/ready.json" --out "$scratch/out" >"$scratch/estate.log" 2>&1 &
  estate=$!
  started+=("$estate")
  until [ -s "$scratch/ready.json" ]; do
    kill -0 "$estate" 2>/dev/null || return 1
    sleep 0.1
  done
  hesi=$(address hesi)
  healthy="$hesi/api/openapi/v1.1/staffs?start=0&count=1&accessToken=$(token)"
}
stand_quiet() { stand up; }

# stand_with_hang: Hesi hears lists of departments and does not answer. The drill runs fast to its fifth minute,
# when faults may begin.
stand_with_hang() {
  cat >"$scratch/hang.yaml" <<'SCENARIO'
scenario: departments-hang
title: {zh: 部门列表挂起, en: Lists of departments hang}
length: 60m
faults:
  - id: hang
    at: 5m
    where: {vendor: hesi, operations: [listDepartments]}
    stage: read-request
    effect: {hang: 50m, then: close}
    at_most: 55m
    truth: {component: hesi.approval, kind: upstream-timeout, party: hesi}
SCENARIO
  stand run "$scratch/hang.yaml" --world live --speed 30 && wait_for_fault active true
}
# let_estate_go: as Ctrl-C does.
let_estate_go() {
  kill -INT "$estate"
  wait "$estate" || true # a drill that was given up
}

address() { jq -r ".$1" "$scratch/ready.json"; }
token() {
  curl -s -H 'Content-Type: application/json' "$hesi/api/openapi/v1/auth/getAccessToken" \
    -d '{"appKey":"5d0c7e11-0a01-4c0d-9b01-d1a100000001","appSecurity":"9f1b2c33-0b02-4d0e-8c02-d1a100000002"}' |
    jq -r '.value.accessToken|@uri'
}
# wait_for_fault active|bites VALUE: until the facilitator sees the latest fault so.
wait_for_fault() {
  until [ "$(latest_fault "$1")" = "$2" ]; do
    kill -0 "$estate" 2>/dev/null || return 1
    sleep 0.1
  done
}
latest_fault() {
  curl -s -H "Authorization: Bearer $(address control_token)" "$(address control)/v1/drill" | jq ".faults[-1].$1"
}

# hold URL COUNT idle|asked: a process of its own, $holder, holds the connections until `let_go`.
hold() {
  : >"$scratch/holder"
  node "$source/tests/app/hold.mjs" "$@" >"$scratch/holder" &
  holder=$!
  started+=("$holder")
  until grep -q '^held' "$scratch/holder"; do
    kill -0 "$holder" 2>/dev/null || return 1
    sleep 0.1
  done
}
# let_go: sets $kept, how many of them nobody had left.
let_go() {
  kill "$holder"
  wait "$holder"
  kept=$(sed -n 's/^kept //p' "$scratch/holder")
}
# hold_in_hang COUNT: so many requests hang.
hold_in_hang() { hold "$hesi/api/openapi/v1/departments" "$1" asked && wait_for_fault bites "$1"; }
hold_idle() { hold "$healthy" "$1" idle; }
