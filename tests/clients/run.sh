#!/usr/bin/env bash
# The official clients of the airline and the hotel supplier, unmodified, against the estate that the command
# stands up: over HTTP, then over HTTPS with the estate's own certificate authority.
set -uo pipefail
mayday=$1
source=$2
clients=$source/tests/clients
. "$source/tests/app/lib.sh"

# passes TEST: all of it does; what it says is shown only when not.
passes() {
  node --test "$clients/$1_test.mjs" >"$scratch/stdout" 2>&1 || { cat "$scratch/stdout" >&2; return 1; }
}

# against NAME UP_FLAG…: stands an estate up and runs every test on it.
against() {
  local name=$1 ready=$scratch/$1.json
  shift
  "$mayday" up --ready-file "$ready" --out "$scratch/$name" "$@" >"$scratch/up.log" 2>&1 &
  local up=$!
  check "$name: the estate stands" wait_for "$ready" "$up"
  [ -s "$ready" ] || { cat "$scratch/up.log" >&2; return; }
  for test in airline webhook hotel; do
    MAYDAY_READY=$ready check "$name: $test" passes "$test"
  done
  kill -INT "$up"
  wait "$up"
  check "$name: the estate leaves with 0" test $? = 0
}

against http
NODE_EXTRA_CA_CERTS=$scratch/tls/ca.pem against https --tls "$scratch/tls"
finish
