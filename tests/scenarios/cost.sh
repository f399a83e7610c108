#!/bin/bash
# Prints what each wrong or hostile scenario file costs a mayday binary: exit code, seconds, peak MiB.
# Usage: cost.sh [path of mayday]. Nothing is asserted; the figures to hold are 2 s and 256 MiB a file.
set -u
mayday=${1:-build/release/mayday}
here=$(cd "$(dirname "$0")" && pwd)
made=$(mktemp -d)
trap 'rm -rf "$made"' EXIT

repeat() { head -c $(($2 * ${#1})) < <(yes -- "$1" | tr -d '\n'); }
repeat '[' 10485760 > "$made/ten-mebibytes-of-brackets.yaml"
repeat '[' 1048576 > "$made/brackets.yaml"
repeat '[a,' 19999 > "$made/open-brackets-below-the-limit.yaml"
repeat '["]",' 19999 > "$made/quoted-brackets.yaml"
{ printf '['; repeat 'a,' 524000; } > "$made/one-long-list.yaml"
{ printf '{'; repeat 'a: b,' 209000; } > "$made/one-long-map.yaml"
repeat '- ' 524288 > "$made/nested-dashes.yaml"
repeat '? ' 524288 > "$made/nested-questions.yaml"
repeat '&a ' 349525 > "$made/anchors.yaml"
{ printf 'a: "'; repeat '\n' 524000; printf '"'; } > "$made/escapes.yaml"
for ((i = 0; i < 1000; ++i)); do printf '%*sa:\n' "$i" ''; done > "$made/staircase.yaml"
for ((i = 0; i < 60000; ++i)); do printf 'key%d: a\n' "$i"; done > "$made/many-keys.yaml"
printf 'a: &a [*a]\n' > "$made/self-alias.yaml"

# Runs one file and prints its line. The peak comes from GNU time where it is installed, else from /proc.
cost() {
  local began=$EPOCHREALTIME code peak=0 now
  if [ -x /usr/bin/time ]; then
    /usr/bin/time -f %M -o "$made/peak" "$mayday" check "$1" > /dev/null 2>&1
    code=$?
    peak=$(tail -n 1 "$made/peak")
  else
    "$mayday" check "$1" > /dev/null 2>&1 &
    local process=$!
    while now=$(awk '/VmHWM/ {print $2}' "/proc/$process/status" 2> /dev/null) && [ -n "$now" ]; do peak=$now; done
    wait "$process"
    code=$?
  fi
  awk -v from="$began" -v to="$EPOCHREALTIME" -v kib="$peak" -v code="$code" -v name="$(basename "$1")" \
    'BEGIN {printf "%-44s exit %3d  %7.3f s  %6.1f MiB\n", name, code, to - from, kib / 1024}'
}

for file in "$here"/wrong/*.yaml "$made"/*.yaml; do cost "$file"; done
