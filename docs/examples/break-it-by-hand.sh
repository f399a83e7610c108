#!/usr/bin/env bash
# Stands an estate up, breaks Hesi by hand and mends it again while the estate runs. Needs jq. MAYDAY names the
# command, build/release/mayday unless set.
set -euo pipefail
folder=$(mktemp -d)
mayday=${MAYDAY:-build/release/mayday}
"$mayday" up --ready-file "$folder/ready.json" --out "$folder/up" >"$folder/log" 2>&1 &
estate=$!
trap 'kill -INT $estate; wait $estate || true; rm -rf "$folder"' EXIT
for _ in $(seq 300); do
  [ -s "$folder/ready.json" ] && break
  kill -0 $estate || { cat "$folder/log" >&2; exit 1; }
  sleep 0.1
done
fault() { "$mayday" fault "$@" --ready-file "$folder/ready.json"; }

fault add "$(dirname "$0")/hang-approvals.yaml"   # acts from now on
fault list
fault heal approvals-hang                         # what it held is answered
fault add - <<'YAML'
id: no-v1-tokens
where: {vendor: hesi, operations: [findStaffs]}
stage: auth
effect: {accept-auth: [v3]}
at_most: 1h
YAML
fault stop                                        # emergency: everything ends, nothing begins
fault list
fault release
