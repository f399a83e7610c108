#!/bin/sh
# Runs drills of a folder with their gold responders, for a CI job: drills.sh [SCENARIOS [RESULTS]]
# With a folder `baseline` beside the scenarios (the results of an earlier run), none may be much worse than it.
set -eu
scenarios=${1:-scenarios}
results=${2:-drill-results}
mayday=${MAYDAY:-build/release/mayday}

code=0
set -- "$scenarios/hesi-approval-timeout.yaml" "$scenarios/hesi-auth-upgrade.yaml" --responder gold --out "$results"
[ ! -d "$scenarios/baseline" ] || set -- "$@" --baseline "$scenarios/baseline"
"$mayday" run "$@" || code=$?

for drill in "$results"/*/; do
  cat "$drill/summary.md" >>"$results/summary.md"
done
echo "For people: $results/summary.md and report.html beside each junit.xml"
exit "$code"
