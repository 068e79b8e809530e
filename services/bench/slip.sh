#!/usr/bin/env bash
# Measures what a slip costs when all of a plan hangs on the milestone that slips: seconds until each milestone has its new
# forecast, and until the fund and each of its investors is told of the calls that move. Twice, the second time with ten times
# as many milestones: the ratio of the two is the figure.
#
#   services/bench/slip.sh [MILESTONES] [INVESTORS] [PORT]        (1000, then ten times as many; 200; port 9790)
set -uo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
milestones=${1:-1000}
investors=${2:-200}
port=${3:-9790}

"$root/tranche" check --help >/dev/null || exit 2 # builds what changed, so that no run has to
folder=$(mktemp -d)
"$root/tranche" up --demo --data "$folder/data" --port "$port" --ready-file "$folder/ready" >"$folder/log" 2>&1 &
pid=$!
trap 'kill -TERM "$pid" 2>/dev/null; wait "$pid"; rm -rf "$folder"' EXIT
until [ -e "$folder/ready" ]; do
    kill -0 "$pid" 2>/dev/null || { cat "$folder/log"; exit 2; }
    sleep 0.1
done
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
for size in "$milestones" $((milestones * 10)); do
    "$java" "$root/services/bench/Slip.java" "http://localhost:$port" "$folder/data/demo-accounts.json" "$size" "$investors" || exit 2
done
