#!/usr/bin/env bash
# `mayday trend` over ledgers on disk: what it compares, what it leaves out, and that its catalogue can be deleted.
set -uo pipefail
mayday=$1
source=$2
. "$source/tests/app/lib.sh"

drills=$scratch/drills
# play SCENARIO RESPONDER SEED
play() {
  "$mayday" run "$source/scenarios/$1.yaml" --responder "$2" --seed "$3" --out "$drills/$1/$3" >"$scratch/played"
}
trend() { "$mayday" trend "$drills" --json "$@" >"$scratch/trend.json" 2>"$scratch/left-out"; }
says() { reads "$1" "$scratch/trend.json"; }

for seed in 1 2 3; do play hesi-auth-upgrade middling $seed; done
for seed in 4 5 6; do
  play hesi-auth-upgrade gold $seed
  touch -d "+$seed min" "$drills/hesi-auth-upgrade/$seed/ledger.jsonl"
done
play nothing-is-wrong gold 1

check "it runs" trend
check "all are there" says '[.trends[].drills | length] == [6, 1]'
check "gold after middling is better" says '.trends[0].changes[] | select(.what == "recover").says == "better"'
check "one drill says nothing" says '.trends[1].changes == []'
check "what middling promised is closed by gold" \
  says 'all(.improvements[] | select(.ledger | contains("/4/")); .state == "closed")'
check "what the last promised is open" \
  says 'all(.improvements[] | select(.ledger | contains("upgrade/6/")); .state == "open")'
cp "$scratch/trend.json" "$scratch/first.json"

check "again" trend
check "it says the same" cmp "$scratch/first.json" "$scratch/trend.json"
rm "$drills/catalogue.sqlite"
check "without the catalogue" trend
check "it says the same, too" cmp "$scratch/first.json" "$scratch/trend.json"

sed -i '5s/"t":/"t":1/' "$drills/hesi-auth-upgrade/6/ledger.jsonl"
rm -r "$drills/nothing-is-wrong"
check "with a forged ledger and one gone" trend
check "the forged one is named" grep -q '^left out: .*/6/ledger.jsonl' "$scratch/left-out"
check "the one gone is forgotten" says '[.trends[].scenario] == ["hesi-auth-upgrade"]'
head -n 50 "$drills/hesi-auth-upgrade/1/ledger.jsonl" >"$scratch/cut"
mv "$scratch/cut" "$drills/hesi-auth-upgrade/1/ledger.jsonl"
check "with one cut off" trend
check "the cut one is named" grep -q 'still runs, or was cut off' "$scratch/left-out"

check "no folder" exits 2 "$mayday" trend "$scratch/nowhere"
check "no date" exits 2 "$mayday" trend "$drills" --since soon
check "no such scenario" exits 2 "$mayday" trend "$drills" --scenario nothing
echo "not a catalogue, and longer than any header of a file would be" >"$scratch/letter"
check "a file that is none" exits 2 "$mayday" trend "$drills" --catalogue "$scratch/letter"
check "a person reads it" exits 0 "$mayday" trend "$drills"
check "and the words are there" grep -q 'earlier and .* later drills' "$scratch/stdout"

cp "$source/LICENSE" "$drills/trend.html"
check "a page is written, too" exits 0 "$mayday" trend "$drills" --html "$drills/trend.html"
check "over what was there" grep -q '^<!DOCTYPE html>' "$drills/trend.html"
check "with a way to each report" grep -q 'href="./hesi-auth-upgrade/4/report.html"' "$drills/trend.html"
check "the terminal is told all the same" grep -q 'earlier and .* later drills' "$scratch/stdout"
check "nowhere to write it" exits 3 "$mayday" trend "$drills" --html "$scratch/nowhere/trend.html"
finish
