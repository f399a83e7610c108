#!/usr/bin/env bash
# The command on real sockets: the estate stands and leaves, a port in use, a team's own program plays case
# two, both doors keep to themselves, and a killed drill's ledger is still good.
set -uo pipefail
mayday=$1
source=$2
. "$source/tests/app/lib.sh"


# --- mayday up -----------------------------------------------------------------------------------------
"$mayday" up --ready-file "$scratch/ready.json" --team-file "$scratch/team.json" --out "$scratch/up" >"$scratch/up.log" 2>&1 &
up=$!
check "up writes its ready file" wait_for "$scratch/ready.json" "$up"
check "the ready file holds every URL and token" reads '[.hesi,.airline,.hotel,.payment,.desk,.control,.team,.control_token,.team_token] | all(type == "string" and . != "")' "$scratch/ready.json"
check "only its owner reads the ready file" test "$(stat -c %a "$scratch/ready.json")" = 600
check "the team file holds nothing of control" reads 'has("control") or has("control_token") | not' "$scratch/team.json"
url() { jq -r ".$1" "$scratch/ready.json"; }
team=$(url team) control=$(url control) desk=$(url desk)
T="Authorization: Bearer $(url team_token)" C="Authorization: Bearer $(url control_token)" J="Content-Type: application/json"
check "the desk answers" test "$(status "$desk/healthz")" = 200
check "Hesi gives a token" test "$(status -H "$J" -d '{"appKey":"5d0c7e11-0a01-4c0d-9b01-d1a100000001","appSecurity":"9f1b2c33-0b02-4d0e-8c02-d1a100000002"}' "$(url hesi)/api/openapi/v1/auth/getAccessToken")" = 200
check "logging in goes through Hesi" test "$(status -H "$J" -d '{"code":"D1001","client":"pc"}' "$desk/api/login")" = 200
check "metrics are served" test "$(status "$desk/metrics")" = 200
check "the team sees" test "$(status -H "$T" "$team/v1/sight?after=0")" = 200
check "the team's door wants a token" test "$(status "$team/v1/sight")" = 401
check "the team's token is refused at control" test "$(status -H "$T" "$control/v1/drill")" = 403
check "the facilitator sees the truth" test "$(status -H "$C" "$control/v1/drill")" = 200
check "a web page is refused" test "$(status -H "$C" -H 'Origin: https://evil.example' "$control/v1/drill")" = 403
check "an action that is not JSON is refused" test "$(status -H "$T" -d 'kind=declare' "$team/v1/actions")" = 415
check "an unknown action is explained" test "$(status -H "$T" -H "$J" -d '{"kind":"declair"}' "$team/v1/actions")" = 400
check "a body that the ledger cannot hold is refused" test "$(status -H "$T" -H "$J" -d '{"kind":"notice","body":{"channels":["mail"],"impact":null}}' "$team/v1/actions")" = 400
check "an unknown kind with a fraction is refused" test "$(status -H "$T" -H "$J" -d '{"kind":"nope","body":{"a":1.5}}' "$team/v1/actions")" = 400
check "a key that nobody can read is refused" test "$(status -H "$T" -H "$J" -H $'Idempotency-Key: \xff\xff' -d '{"kind":"acknowledge"}' "$team/v1/actions")" = 400
check "a desk action alone is taken" test "$(status -H "$T" -H "$J" -d '{"kind":"desk","body":{"action":"clear-token-cache"}}' "$team/v1/actions")" = 202
check "an action is taken" test "$(status -H "$T" -H "$J" -H 'Idempotency-Key: k1' -d '{"kind":"declare","body":{"suspects":["hesi"]}}' "$team/v1/actions")" = 202
check "the same key and action are answered alike" test "$(status -H "$T" -H "$J" -H 'Idempotency-Key: k1' -d '{"kind":"declare","body":{"suspects":["hesi"]}}' "$team/v1/actions")" = 202
check "the same key with another action is refused" test "$(status -H "$T" -H "$J" -H 'Idempotency-Key: k1' -d '{"kind":"declare","body":{"suspects":["desk"]}}' "$team/v1/actions")" = 409
check "admin wants the team's token" test "$(status -H "$J" -d '{"retries":1}' "$desk/admin/settings")" = 401
check "the desk shows its settings" test "$(status -H "$T" "$desk/admin/settings")" = 200
check "and its logs" test "$(status -H "$T" "$desk/admin/logs?after=0")" = 200
check "a desk setting is changed" test "$(status -H "$T" -H "$J" -d '{"manual_approval":"on"}' "$desk/admin/settings")" = 202
check "the emergency stop is pressed twice" test "$(status -H "$C" -H "$J" -d '{}' "$control/v1/stop")$(status -H "$C" -H "$J" -d '{}' "$control/v1/stop")" = 200200
port=${desk##*:}
check "a port in use is exit 3" exits 3 "$mayday" up --ports "desk=$port" --out "$scratch/up2"
check "and says which" grep -q "desk.*$port" "$scratch/stderr"
check "its folder is its own" exits 3 "$mayday" run "$source/scenarios/slow-payments.yaml" --responder null --out "$scratch/up"
check "and why is said" grep -q 'another run is writing' "$scratch/stderr"
kill -INT "$up"
wait "$up"
check "up leaves with 0" test $? = 0
check "its ledger is closed" test "$(tail -1 "$scratch/up/ledger.jsonl" | jq -r '"\(.kind) \(.why)"')" = "close signal"
check "the action stands in it once" test "$(jq -r 'select(.kind=="action" and .action=="declare") | .key' "$scratch/up/ledger.jsonl" | wc -l)" = 1

# --- a team's own program plays case two through its door alone --------------------------------------------
check "a program with the virtual world is a usage error" exits 2 "$mayday" run "$source/scenarios/hesi-auth-upgrade.yaml" --responder "exec:true" --out "$scratch/no"
sed -e 's/^length:.*/length: 45m/' -e 's/at_most: 110m/at_most: 38m/' "$source/scenarios/hesi-auth-upgrade.yaml" >"$scratch/case-two.yaml"
cp -r "$source/scenarios/responders" "$scratch/"
env MAYDAY_CONTROL_TOKEN=leak "$mayday" run "$scratch/case-two.yaml" --world live --speed 60 --responder "exec:env | grep ^MAYDAY; exec $source/docs/examples/auth-rollback.sh" --gate score=1 --out "$scratch/exec" >"$scratch/exec.log" 2>&1
check "the program's drill is scored" reads '.score > 0' "$scratch/exec/score.json"
check "it recovers" reads '[.timestamps[].seconds.t_rec] | all(. != null)' "$scratch/exec/score.json"
check "such a run is not sealed" reads '.sealed | not' "$scratch/exec/score.json"
check "the program is given no way to control" eval "! grep -qi control '$scratch/exec/responder.log'"
check "nothing on its door names the fault" eval "! grep -Eqi 'accept.auth|injector|approval-timeout' '$scratch/exec/responder.log'"

# --- a program that cannot be run, and a run that is stopped -------------------------------------------
printf '%s\n' 'scenario: short' 'title: {zh: 短, en: Short}' 'length: 2m' 'estate: {hesi: {staff: 5}}' 'journeys: [{run: log-in, rate: 60/min}]' 'gates: {score: 1}' >"$scratch/short.yaml"
check "a program that is not there is no failed drill" exits 3 "$mayday" run "$scratch/short.yaml" --world live --speed 50 --responder "exec:$scratch/none.sh" --out "$scratch/none"
check "and is named" grep -q 'none.sh: the shell cannot run this' "$scratch/stderr"
"$mayday" run "$source/scenarios/hesi-outage.yaml" --world live --speed 50 --responder gold --ready-file "$scratch/r3.json" --out "$scratch/stopped" >/dev/null 2>"$scratch/stopped.err" &
run=$!
check "the drill to be stopped starts" wait_for "$scratch/r3.json" "$run"
kill -INT "$run"
wait "$run"
check "a run that was stopped proves nothing" test $? = 3
check "and says how far it came" grep -q 'stopped at .* of 1:30:00' "$scratch/stopped.err"
check "what there is of it is scored" reads '.score >= 0' "$scratch/stopped/score.json"

# --- kill -9 in the middle -------------------------------------------------------------------------------
"$mayday" run "$source/scenarios/hesi-approval-timeout.yaml" --world live --speed 60 --ready-file "$scratch/r2.json" --out "$scratch/killed" >/dev/null 2>&1 &
run=$!
check "the drill to be killed starts" wait_for "$scratch/r2.json" "$run"
team=$(jq -r .team "$scratch/r2.json") T="Authorization: Bearer $(jq -r .team_token "$scratch/r2.json")"
for i in 1 2 3 4 5; do
  check "action $i is acknowledged" test "$(status -H "$T" -H "$J" -H "Idempotency-Key: a$i" -d '{"kind":"acknowledge","body":{}}' "$team/v1/actions")" = 202
done
kill -9 "$run"
wait "$run" 2>/dev/null
"$mayday" score "$scratch/killed/ledger.jsonl" --json >"$scratch/killed.json" 2>/dev/null
check "the killed drill is scored" reads '.score >= 0' "$scratch/killed.json"
check "every acknowledged action is in it" test "$(grep -o '"key":"a[1-5]"' "$scratch/killed/ledger.jsonl" | sort -u | wc -l)" = 5
finish
