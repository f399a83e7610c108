#!/usr/bin/env bash
# Hostile HTTP on every port: nothing crashes, nothing is smuggled, memory stays within bounds.
set -euo pipefail
ulimit -n "$(ulimit -Hn)"
exec node "$2/tests/app/hostile.mjs" "$1"
