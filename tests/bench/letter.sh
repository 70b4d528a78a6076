#!/bin/sh
# How many messages a second the embedded writer writes on one core, by language. Wanted: 5,000.
# usage: letter.sh [MESSAGES]; the calibration line is the time of a fixed loop of the shell's awk.
set -eu
here=$(cd "$(dirname "$0")/../.." && pwd)
build=${LEADGEN_BUILDDIR:-$here/build}
make -s -C "$build" tests/bench/letter
calibration=$(awk 'BEGIN { "date +%s.%N" | getline a; for (i = 0; i < 5000000; i++) x += i; "date +%s.%N " | getline b; printf "%.2f", b - a }')
echo "cores: $(nproc); load: $(cut -d ' ' -f 1 /proc/loadavg); calibration: $calibration s"
"$build/tests/bench/letter" "${1:-60000}" | awk '{ print $1 ": " $2 " messages/s (wanted 5000), " $3 " bytes each"; if ($2 < 5000) slow = 1 } END { exit slow }'
