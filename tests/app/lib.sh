# Shared by the scripts that test the command: `check NAME CONDITION…` counts and says what failed.
passed=0
failed=0
check() {
  local name=$1
  shift
  if "$@"; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    echo "FAILED: $name" >&2
  fi
}
# exits CODE COMMAND…: the command's exit code is CODE.
exits() {
  local want=$1 got=0
  shift
  "$@" >"$scratch/stdout" 2>"$scratch/stderr" || got=$?
  [ "$got" = "$want" ] || { echo "  exit $got, not $want: $*"; tail -5 "$scratch/stderr"; return 1; } >&2
}
# status CURL_ARGUMENT…: prints the HTTP status; the body is in $scratch/body.
status() { curl -s -o "$scratch/body" -w '%{http_code}' "$@"; }
# reads JQ_FILTER FILE: the filter says true.
reads() { jq -e "$1" "$2" >/dev/null || { echo "  not so: $1 in $2" >&2; return 1; }; }
# wait_for FILE PROCESS: it is there within a minute; a process that has died is not waited for.
wait_for() {
  for _ in $(seq 600); do
    [ -s "$1" ] && return 0
    kill -0 "$2" 2>/dev/null || return 1
    sleep 0.1
  done
  return 1
}
finish() {
  echo "$passed passed, $failed failed"
  [ "$failed" = 0 ]
}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
