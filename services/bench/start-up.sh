#!/usr/bin/env bash
# Measures the all-in-one as a newcomer meets it: seconds from the command until it is ready, in an empty folder and again
# with its data, seconds until it has stopped, and its memory when idle. A time depends on what else the machine does, so
# the least of several runs is the figure.
#
#   services/bench/start-up.sh [RUNS] [PORT]        (3 runs, port 9780)
set -uo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
runs=${1:-3}
port=${2:-9780}
idle_seconds=20

"$root/tranche" check --help >/dev/null || exit 2 # builds what changed, so that no run has to
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

now() { date +%s.%N; }
since() { awk -v from="$1" -v to="$(now)" 'BEGIN { printf "%.1f", to - from }'; }

family() { # PID: it and all that came from it
    printf '%s\n' "$1"
    local child
    for child in $(pgrep -P "$1"); do family "$child"; done
}

memory() { # PID: proportional set size of the family, in MB
    family "$1" | while read -r pid; do cat "/proc/$pid/smaps_rollup" 2>/dev/null; done |
        awk '/^Pss:/ { kb += $2 } END { printf "%.0f", kb / 1024 }'
}

cpu() { # PID: seconds of processor time that the family has used
    family "$1" | while read -r pid; do cat "/proc/$pid/stat" 2>/dev/null; done |
        awk -v hz="$(getconf CLK_TCK)" '{ sub(/.*\) /, ""); t += $12 + $13 } END { printf "%.1f", t / hz }'
}

start() { # DATA: starts, waits until it is ready, says how long that took
    local from
    from=$(now)
    rm -f "$folder/ready"
    "$root/tranche" up --demo --data "$1" --port "$port" --ready-file "$folder/ready" >"$folder/log" 2>&1 &
    pid=$!
    until [ -e "$folder/ready" ]; do
        kill -0 "$pid" 2>/dev/null || { cat "$folder/log"; exit 2; }
        sleep 0.05
    done
    took=$(since "$from")
    used=$(cpu "$pid")
}

stop() {
    local from
    from=$(now)
    kill -TERM "$pid"
    wait "$pid"
    code=$?
    took=$(since "$from")
}

for run in $(seq "$runs"); do
    start "$folder/data-$run"
    printf 'run %d: empty folder: ready after %s s (%s s of processor time)\n' "$run" "$took" "$used"
    sleep "$idle_seconds"
    printf 'run %d: idle: %s MB\n' "$run" "$(memory "$pid")"
    family "$pid" | while read -r one; do
        printf '         %6s MB  %s\n' "$(awk '/^Pss:/ { printf "%.0f", $2 / 1024 }' "/proc/$one/smaps_rollup" 2>/dev/null)" \
            "$(tr '\0' ' ' <"/proc/$one/cmdline" 2>/dev/null | sed 's/ .*\(tranche.launcher.Tranche\|quarkus-run.jar\).*/ ... \1/' | cut -c1-80)"
    done | sort -rn | head -n 4
    stop
    printf 'run %d: stopped after %s s, exit code %s\n' "$run" "$took" "$code"
    start "$folder/data-$run"
    printf 'run %d: with its data: ready after %s s (%s s of processor time)\n' "$run" "$took" "$used"
    stop
    rm -rf "$folder/data-$run"
done
