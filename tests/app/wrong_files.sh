#!/usr/bin/env bash
# Every wrong scenario file is refused by the command itself: exit 2, and a message that says where. The whole
# messages are asserted by scenarios_test; tests/scenarios/cost.sh prints what each refusal costs.
set -uo pipefail
mayday=$1
source=$2
. "$source/tests/app/lib.sh"

for file in "$source"/tests/scenarios/wrong/*.yaml; do
  name=$(basename "$file")
  check "$name exits 2" exits 2 "$mayday" check "$file"
  check "$name is named with line and column" grep -Eq "$name(:[0-9]+:[0-9]+)?: " "$scratch/stderr"
done
check "a folder is refused" exits 2 "$mayday" check "$source"
check "a missing file is refused" exits 2 "$mayday" check "$scratch/none.yaml"
check "no file at all is a usage error" exits 2 "$mayday" check
check "an unknown command is a usage error" exits 2 "$mayday" fly
check "a good file is good" exits 0 "$mayday" check "$source/scenarios/hesi-auth-upgrade.yaml"
check "a speed that leaves no patience is refused" exits 2 "$mayday" run "$source/scenarios/hesi-auth-upgrade.yaml" --world live --speed 1000 --out "$scratch/fast"
check "and says what would do" grep -q 'choose at most --speed' "$scratch/stderr"
check "an unknown responder is explained" exits 2 "$mayday" run "$source/scenarios/hesi-auth-upgrade.yaml" --responder golden --out "$scratch/golden"
check "a gate that is none is explained" exits 2 "$mayday" run "$source/scenarios/hesi-auth-upgrade.yaml" --gate scor=80 --out "$scratch/gate"
check "with the nearest name" grep -q "score" "$scratch/stderr"
check "no baseline is no gate that passes" exits 2 "$mayday" run "$source/scenarios/hesi-auth-upgrade.yaml" --baseline '' --out "$scratch/gate"
good="$source/scenarios/hesi-auth-upgrade.yaml"
"$mayday" run "$good" --responder null --out "$scratch/drill" >/dev/null
sed 's/"score": *[0-9.]*/"score": 101/' "$scratch/drill/score.json" >"$scratch/impossible.json"
check "an impossible baseline is refused" exits 2 "$mayday" run "$good" --baseline "$scratch/impossible.json" --out "$scratch/gate"
check "and named" grep -q 'impossible.json: its score is none of 0 to 100' "$scratch/stderr"
check "a baseline of another profile is refused" exits 2 "$mayday" run "$good" --profile 1-5-10 --baseline "$scratch/drill" --out "$scratch/gate"
check "and both are named" grep -q "by the profile 'enterprise', not '1-5-10'" "$scratch/stderr"
check "a baseline that is not there is refused" exits 2 "$mayday" run "$good" --baseline "$scratch/nix" --out "$scratch/gate"
check "a negative seed is refused" exits 2 "$mayday" plan "$good" --seed -1
sed '/^gates:/d' "$good" >"$scratch/no-gates.yaml"
cp -r "$source/scenarios/responders" "$scratch/"
check "a scenario without gates is good" exits 0 "$mayday" check "$scratch/no-gates.yaml"
check "but told apart" grep -q 'good; it has no gates' "$scratch/stdout"
head -1 "$scratch/drill/ledger.jsonl" | sed 's/"format":1/"format":2/' >"$scratch/foreign.jsonl"
check "a ledger of another format is refused" exits 2 "$mayday" score "$scratch/foreign.jsonl"
check "and why is said" grep -q 'another format' "$scratch/stderr"
head -1 "$scratch/drill/ledger.jsonl" | sed 's/"model":"s1"/"model":"s9"/' >"$scratch/foreign.jsonl"
check "a ledger of another model is refused" exits 2 "$mayday" score "$scratch/foreign.jsonl"
check "and which is known is said" grep -q 'this one is s1' "$scratch/stderr"
check "a ledger that is none is explained" exits 2 "$mayday" score "$source/README.md"
finish
