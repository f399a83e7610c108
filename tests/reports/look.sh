#!/bin/sh
# Draws a report as people see it, for a person to look at: desktop and phone, light and dark.
# Usage: look.sh REPORT.html FOLDER. Needs Chromium; touches no network.
set -eu
report=$(realpath "$1")
folder=$2
profile=$(mktemp -d)
trap 'rm -rf "$profile"' EXIT
mkdir -p "$folder"

shoot() { # name, width, height, preferredColorScheme (0 dark, 1 light), language
  chromium --headless --no-sandbox --disable-gpu --disable-background-networking \
    --disable-component-update --disable-sync --no-first-run --hide-scrollbars \
    --user-data-dir="$profile" --lang="$5" --accept-lang="$5" \
    --blink-settings=preferredColorScheme="$4" --window-size="$2,$3" \
    --screenshot="$folder/$1.png" "file://$report" 2>/dev/null
  test -s "$folder/$1.png"
}

shoot desktop-light 1280 3400 1 zh-CN
shoot desktop-dark 1280 3400 0 en
shoot phone-light 390 4200 1 en
