#!/bin/sh
# Checks CONTACTS addresses at DOMAINS domains without asking mail servers, in one process, against a
# DNS server on this machine: read, ask, score, write, in slices of 500. Wanted: >= 5,000 addresses/s
# with domains that nobody knows. Needs build/. The calibration line is the time of a fixed loop of awk.
set -eu
here=$(cd "$(dirname "$0")/../.." && pwd)
build=${LEADGEN_BUILDDIR:-$here/build}
dir=$(mktemp -d /tmp/leadgen-bench.XXXXXX)
chmod 755 "$dir"
trap 'sh "$here/tests/support/cluster" stop "$dir/pg"; rm -rf "$dir"' EXIT
trap 'exit 1' INT TERM
mkdir -m 755 "$dir/pg"
sh "$here/tests/support/cluster" start "$dir/pg" >"$dir/env"
. "$dir/env"
export LEADGEN_SRCDIR="$here"
make -s -C "$build" tests/bench/email_verify
"$build/leadgen-batch" migrate >/dev/null
calibration=$(awk 'BEGIN { "date +%s.%N" | getline a; for (i = 0; i < 5000000; i++) x += i; "date +%s.%N " | getline b; printf "%.2f", b - a }')
echo "cores: $(nproc); load: $(cut -d ' ' -f 1 /proc/loadavg); contacts: ${CONTACTS:-50000}; domains: ${DOMAINS:-20000}; calibration: $calibration s"
"$build/tests/bench/email_verify" "${CONTACTS:-50000}" "${DOMAINS:-20000}" | tee "$dir/out"
awk '/nobody knows/ { if ($(NF - 1) + 0 < 5000) { print "below 5,000 addresses/s"; exit 1 } }' "$dir/out"
