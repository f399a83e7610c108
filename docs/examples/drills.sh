#!/bin/sh
# Runs a folder's drills with their gold responders, for a CI job: drills.sh [SCENARIOS [RESULTS [NAME...]]]
# Without names: every scenario of the folder that has such a responder. With a folder `baseline` beside the
# scenarios (the results of an earlier run), none may be much worse than it.
set -eu
scenarios=${1:-scenarios}
results=${2:-drill-results}
shift $(($# < 2 ? $# : 2))
mayday=${MAYDAY:-build/release/mayday}

[ $# -gt 0 ] || set -- $(cd "$scenarios" && grep -l 'gold: *[^,}]*\.yaml' ./*.yaml | sed 's|^\./||; s|\.yaml$||')
for name; do
  shift
  set -- "$@" "$scenarios/$name.yaml"
done
[ ! -d "$scenarios/baseline" ] || set -- "$@" --baseline "$scenarios/baseline"
code=0
"$mayday" run "$@" --responder gold --out "$results" || code=$?

set -- "$results"/*/summary.md  # a folder each, where there were several
[ ! -f "$1" ] || cat "$@" >"$results/summary.md"
echo "For people: $results/summary.md and report.html beside each junit.xml"
exit "$code"
