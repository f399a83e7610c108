#!/bin/sh
# A team's own program for case two (hesi-auth-upgrade): it watches what a team can see and acts through
# the team's door alone. Run it with
#   mayday run scenarios/hesi-auth-upgrade.yaml --world live --speed 60 --responder 'exec:docs/examples/auth-rollback.sh'
# Mayday sets MAYDAY_TEAM (a URL), MAYDAY_TEAM_TOKEN, MAYDAY_SPEED and the members' URLs.
set -eu

see() { curl -sS -H "Authorization: Bearer $MAYDAY_TEAM_TOKEN" "$MAYDAY_TEAM/v1/sight?after=0"; }

act() { # KIND BODY
  curl -sS -o /dev/null -w '%{http_code} '"$1"'\n' -X POST "$MAYDAY_TEAM/v1/actions" \
    -H "Authorization: Bearer $MAYDAY_TEAM_TOKEN" -H 'Content-Type: application/json' \
    -d "{\"actor\": \"rollback-program\", \"kind\": \"$1\", \"body\": $2}"
}

# until_seen TEXT: something that can be seen holds this text. Long before a drill ends, at any speed.
until_seen() {
  tries=0
  until see | grep -q "$1"; do
    tries=$((tries + 1))
    [ "$tries" -lt 600 ] || exit 1
    sleep 0.2
  done
}

until_seen '"state":"firing"'
act acknowledge '{}'
act declare '{"suspects": ["auth_adapter"], "title": "Nobody can log in"}'
act grade '{"level": 1}'
ids=$(see | grep -o '"request_id":"[^"]*"' | head -3 | cut -d: -f2 | paste -sd, -)
act locate "{\"component\": \"auth_adapter\", \"kind\": \"contract-mismatch\", \"party\": \"enterprise\", \"evidence\": [$ids]}"
act desk '{"action": "auth-rollback"}'
act desk '{"auth": "compatible"}'
act notice '{"channels": ["mail", "announcement", "oa"], "audience": "all", "impact": "Nobody can log in.", "since": "a few minutes ago", "measures": "We are rolling the sign-in settings back.", "workaround": "Phone the travel desk.", "eta_minutes": 15, "contact": "service desk 8000", "compensation": "Late claims are accepted until Friday."}'
until_seen '"subject":"auth","value":"compatible"'
until_seen '"state":"resolved"'
act notice '{"channels": ["mail", "announcement", "oa"], "audience": "all", "impact": "Logging in works again.", "measures": "The sign-in settings accept both versions now.", "contact": "service desk 8000", "compensation": "Late claims are accepted until Friday.", "recovered": true}'
act reconcile '{}'
act regression '{}'
until_seen '"what":"regression"'
act close '{"reason": "recovered and verified"}'
