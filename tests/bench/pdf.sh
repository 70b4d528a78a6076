#!/bin/sh
# PDFS (200) pages made PDFs one after the other by one warm program in its sandbox: one core's worth.
# Wanted on an idle core: >= 8 PDF/s. The calibration line is the time of a fixed loop of awk; the load
# says whether the core was idle. Needs build/.
set -eu
here=$(cd "$(dirname "$0")/../.." && pwd)
build=${LEADGEN_BUILDDIR:-$here/build}
make -s -C "$build" tests/bench/pdf
calibration=$(awk 'BEGIN { "date +%s.%N" | getline a; for (i = 0; i < 5000000; i++) x += i; "date +%s.%N " | getline b; printf "%.2f", b - a }')
echo "cores: $(nproc); load: $(cut -d ' ' -f 1 /proc/loadavg); calibration: $calibration s"
said=$("$build/tests/bench/pdf" "${PDFS:-200}")
echo "$said"
echo "$said" | awk '{ for (i = 2; i <= NF; i++) if ($i == "PDF/s") exit !($(i - 1) >= 8) }'
