#!/usr/bin/env bash
# A desk that is not ours takes the built-in one's place, in the speed of life: case one in short, against a
# small desk in Node that knows nothing of drills. What is not offered for such a desk is refused and explained.
set -uo pipefail
mayday=$1
source=$2
. "$source/tests/app/lib.sh"
started=()
trap 'kill "${started[@]}" 2>/dev/null; rm -rf "$scratch"' EXIT

# free_port: below the ports that a system gives to whoever asks for any, so that it stays free.
free_port() {
  local port
  while port=$((20000 + RANDOM % 10000)) && (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do :; done
  echo "$port"
}
# comes_true PID CONDITION…: it comes to hold while the process lives.
comes_true() {
  local pid=$1
  shift
  until "$@"; do
    kill -0 "$pid" 2>/dev/null || return 1
    sleep 0.2
  done
}
# documented N: the Nth listing under "A desk of your own" in the document, without its fence.
documented() {
  awk -v n="$1" '/^## / {on = /A desk of your own/} on && /^```/ {if (open = !open) ++i; next} on && open && i == n' \
    "$source/docs/scenarios.md"
}

# --- a desk, a scenario for it, a team -----------------------------------------------------------------
hesi_port=$(free_port)
HESI_URL="http://127.0.0.1:$hesi_port" node "$source/tests/app/foreign_desk.mjs" >"$scratch/desk.log" 2>&1 &
started+=($!)
check "the desk says its port" wait_for "$scratch/desk.log" $!
desk_port=$(head -1 "$scratch/desk.log")

# case_one DESK_PORT: the estate is the document's own, with this port.
case_one() {
  cat <<EOF
scenario: desk-of-our-own
title: {zh: 自有差旅平台：合思报销与审批超时, en: 'A desk of our own: claims and approvals at Hesi time out'}
length: 6m40s
seed: 20260301
$(documented 1 | sed "s/desk.example:8200/127.0.0.1:$1/")
journeys:
  - {run: log-in,         rate: 12/min}
  - {run: submit-expense, rate: 6/min}
faults:
  - id: approval-timeout
    at: 5m
    where: {vendor: hesi, operations: [createFlow, approveFlows, getApprovalResult]}
    share: {percent: 80%, by: staff}
    stage: before-commit
    effect: {hang: 5s, then: close}
    heal: answer
    until: {vendor: hesi, fixes: approval-timeout}
    at_most: 90s
    truth: {component: hesi.approval, kind: upstream-timeout, party: hesi}
vendors:
  hesi:
    acknowledges: 5s
    fixes:
      approval-timeout: {after: 20s, needs: [request-id, endpoint]}
responders: {team: team.yaml}
gates: {score: 50}
EOF
}
case_one "$desk_port" >"$scratch/ours.yaml"
case_one "$(free_port)" >"$scratch/gone.yaml"

cat >"$scratch/alerts.yaml" <<'EOF'
alerts:
  - alert: claims-not-handed-in
    severity: page
    summary: {zh: 报销无法提交, en: Claims cannot be handed in}
    component: hesi.approval
    symptom: upstream-timeout
    functions: [approval]
    when: {journey: submit-expense, success_below: 90%, over: 1m, hold: 1s, least: 3}
EOF

# The desk's logs are not ours either: `seen` finds no request id, and Hesi will ask for one. The drill ends too
# soon after the fault for anybody to call it recovered.
cat >"$scratch/team.yaml" <<'EOF'
- when: {alert: any}
  do:
    - acknowledge
    - declare: {suspects: [hesi.approval], functions: [approval]}
    - {grade: 2}
    - locate: {component: hesi.approval, kind: upstream-timeout, party: hesi}
    - ticket: {to: hesi, evidence: {request_ids: {seen: failing}, endpoint: createFlow, error_sample: connection closed}}
    - notice:
        channels: [mail, announcement, oa]
        audience: affected
        impact: {zh: 报销无法提交和审批, en: claims are neither taken nor approved}
        measures: {zh: 已向合思提交工单, en: Hesi has our ticket}
        eta: 2m
- when: {ticket: fixed, vendor: hesi}
  after: 5s
  do:
    - notice:
        channels: [mail, announcement, oa]
        audience: affected
        relays: {zh: 合思告知问题已修复, en: Hesi says that it is repaired}
        impact: {zh: 报销逐步恢复, en: claims are coming back}
        measures: {zh: 正在验证, en: we are verifying}
        eta: 5m
    - verify
EOF

# --- what is refused ----------------------------------------------------------------------------------
run_ours=("$mayday" run "$scratch/ours.yaml" --out "$scratch/refused")
check "a host that nobody allowed is exit 2" exits 2 "${run_ours[@]}" --world live
check "and says what would allow it" grep -q -- '--allow 127.0.0.1' "$scratch/stderr"
check "another world than the live one is exit 2" exits 2 "${run_ours[@]}" --allow 127.0.0.1 --world virtual
check "and says which would do" grep -q -- '--world live' "$scratch/stderr"
check "hurrying it is exit 2" exits 2 "${run_ours[@]}" --allow 127.0.0.1 --world live --speed 60
check "and says what would do" grep -q -- 'runs at --speed 1' "$scratch/stderr"
sed 's|url: \(.*\)}|url: \1, auth: v1}|' "$scratch/ours.yaml" >"$scratch/settings.yaml"
check "a setting of the built-in desk is exit 2" exits 2 "$mayday" check "$scratch/settings.yaml" --allow 127.0.0.1
check "and is named" grep -q "'auth' is a setting of the built-in desk" "$scratch/stderr"
check "the scenario itself is good" exits 0 "$mayday" check "$scratch/ours.yaml" --allow 127.0.0.1

# --- two drills side by side: the desk stands, and there is none ------------------------------------------
# The document's command, with our own names.
command=$(documented 2 | sed "s|build/release/mayday|$mayday|; s|my-desk.yaml|$scratch/ours.yaml|; s|desk.example|127.0.0.1|; s|hesi=8101|hesi=$hesi_port|")
$command --responder team --team-file "$scratch/door.json" --out "$scratch/ours" >"$scratch/ours.log" 2>&1 &
ours=$!
"$mayday" run "$scratch/gone.yaml" --world live --allow 127.0.0.1 --out "$scratch/gone" >"$scratch/gone.log" 2>&1 &
gone=$!
started+=("$ours" "$gone")

check "the drill starts" wait_for "$scratch/door.json" "$ours"
team=$(jq -r .team "$scratch/door.json") T="Authorization: Bearer $(jq -r .team_token "$scratch/door.json")"
act() { status -H "$T" -H 'Content-Type: application/json' -d "$1" "$team/v1/actions"; }
check "the team is told where its desk is" reads ".desk == \"http://127.0.0.1:$desk_port\"" "$scratch/door.json"
check "a desk setting is not ours to change" test "$(act '{"kind":"desk","body":{"manual_approval":"on"}}')" = 409
check "and the team is told why" grep -q 'this desk has no /admin' "$scratch/body"
check "nor can we reconcile its books" test "$(act '{"kind":"reconcile"}')" = 409

check "the desk's own log shows a failing call" comes_true "$ours" grep -q '^failed .* /api/openapi/v2.2/flow/data' "$scratch/desk.log"
id=$(awk '/^failed .* \/api\/openapi\/v2.2\/flow\/data/ {print $2; exit}' "$scratch/desk.log")
check "its request id is taken as evidence" test "$(act "{\"kind\":\"ticket\",\"body\":{\"to\":\"hesi\",\"evidence\":{\"request_ids\":[\"$id\"]}}}")" = 202

# --- what came of them ----------------------------------------------------------------------------------
wait "$ours"
check "the gates are passed" test $? = 0
jq -s . "$scratch/ours/ledger.jsonl" >"$scratch/ledger.json"
ledger() { reads "$1" "$scratch/ledger.json"; }
journeys='[.[] | select(.kind == "journey")]'
# Counted, and not "all": a busy machine may cost a traveller his patience, and that proves nothing about desks.
check "before the fault claims are handed in and approved" ledger "$journeys"' | map(select(.journey == "submit-expense" and .ended < 300e9 and .outcome == "done")) | length >= 15'
check "and people log in all the time" ledger "$journeys"' | map(select(.journey == "log-in" and .outcome == "done")) | length >= 60'
check "the desk hears Hesi's messages" ledger '[.[] | select(.kind == "tally") | .rows[] | select(.operation == "outboundApprovalEvent")] | length > 0 and all(.outcome == "204")'
check "the fault bites handing in and approving" ledger '[.[] | select(.kind == "bit") | .operation] | ["approveFlows", "createFlow"] - . == []'
check "the journeys that it harmed say so" ledger "$journeys"' | map(select(.bites == ["approval-timeout"])) | any(.outcome != "done") and all(.ended > 300e9)'
check "the request id was one that failed" ledger '[.[] | select(.kind == "action") | .findings[]?] | length == 1 and all(.known and .failing and .operation == "createFlow")'
check "with it Hesi could mend the fault" ledger 'any(.kind == "ended" and .by == "fix")'
check "and claims are taken again" ledger '(.[] | select(.kind == "ended") | .t) as $mended | '"$journeys"' | map(select(.journey == "submit-expense" and .began > $mended)) | any(.outcome == "done")'
check "nobody compared the books" ledger 'any(.kind == "books") | not'

check "the data dimension is dropped with its reason" reads '.dimensions[] | select(.id == "d7") | .applies == false and .note.en == "nobody could compare the books"' "$scratch/ours/score.json"
check "the others apply" reads '[.dimensions[] | select(.id != "d7") | .applies] | all' "$scratch/ours/score.json"
check "the page says so" grep -q 'nobody could compare the books' "$scratch/ours/report.html"
check "and so does the summary" grep -q '没有账目核对，数据完整性不计分' "$scratch/ours/summary.md"

wait "$gone"
check "without a desk the drill proves nothing: exit 3" test $? = 3
check "it says why" reads '.verdict == "inconclusive" and .why.en == "never bit: approval-timeout"' "$scratch/gone/score.json"
jq -s . "$scratch/gone/ledger.jsonl" >"$scratch/ledger.json"
check "and nobody got anything done" ledger "$journeys"' | length > 100 and all(.outcome == "failed")'
finish
