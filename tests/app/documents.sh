#!/usr/bin/env bash
# Every command in every document runs as printed: the lines of each ```sh block, in order, in a folder that
# looks like a checkout with a release build.
set -uo pipefail
mayday=$1
source=$2
. "$source/tests/app/lib.sh"

checkout="$scratch/checkout"
mkdir -p "$checkout/build/release"
ln -s "$mayday" "$checkout/build/release/mayday"
for part in scenarios docs Makefile; do ln -s "$source/$part" "$checkout/$part"; done
cd "$checkout" || exit 1

# stands_and_leaves COMMAND: a command that stays up answers, and Ctrl-C ends it with 0.
stands_and_leaves() {
  bash -c "exec $1" >"$scratch/stdout" 2>&1 &
  local pid=$!
  for _ in $(seq 300); do
    grep -q 'Everything answers' "$scratch/stdout" && break
    kill -0 "$pid" 2>/dev/null || break
    sleep 0.1
  done
  grep -q 'Everything answers' "$scratch/stdout" || return 1
  kill -INT "$pid"
  wait "$pid"
}

for document in README.md $(cd "$source" && echo docs/*.md); do
  while IFS= read -r command; do
    case $command in
      "make "*) check "$document: $command" make -n -C "$source" "${command#make }" >/dev/null ;;
      *" up "*) check "$document: $command" stands_and_leaves "$command" ;;
      *) check "$document: $command" exits 0 bash -c "$command" ;;
    esac
  done < <(awk '/^```sh$/ {on = 1; next} /^```$/ {on = 0} on' "$source/$document")
done
finish
