#!/bin/sh
# Writing the messages of a campaign from end to end: PEOPLE people, three steps, 4 workers. Fails above 60
# seconds for 10,000. Needs build/.
set -eu
here=$(cd "$(dirname "$0")/../.." && pwd)
build=${LEADGEN_BUILDDIR:-$here/build}
people=${PEOPLE:-10000}
. "$here/tests/bench/written.sh"
dir=$(mktemp -d /tmp/leadgen-bench.XXXXXX)
chmod 755 "$dir"
workers=
trap 'for pid in $workers; do kill $pid 2>/dev/null || true; done; sh "$here/tests/support/cluster" stop "$dir/pg"; rm -rf "$dir"' EXIT
mkdir -m 755 "$dir/pg"
CLUSTER_BUFFERS=2GB sh "$here/tests/support/cluster" start "$dir/pg" >"$dir/env"
. "$dir/env"
mkdir "$dir/files"
export LEADGEN_SRCDIR="$here" LEADGEN_FILES="$dir/files" LEADGEN_WORKERS=4
owner() { psql -XqtA -h "$LEADGEN_TEST_SOCK" -U postgres -d leadgen -v ON_ERROR_STOP=1 -c "$1"; }
"$build/leadgen-batch" migrate >/dev/null
"$build/leadgen-batch" tenant add kestrel --name Kestrel >/dev/null
written_campaign "$people" 1
owner "ANALYZE" # as autovacuum has by then
for i in 1 2 3 4; do
    "$build/leadgen-batch" work >"$dir/work$i.log" 2>&1 &
    workers="$workers $!"
done
now() { date +%s.%N; }
start=$(now) tries=0
"$build/leadgen-batch" campaign generate --tenant kestrel --id 1 >"$dir/started" || { cat "$dir/started"; exit 1; }
while [ "$(owner "SELECT state FROM campaign")" = generating ] && [ $tries -lt 6000 ]; do sleep 0.1; tries=$((tries + 1)); done
end=$(now)
messages=$(owner "SELECT count(*) FROM message")
cat "$dir"/work*.log | grep -v '^$' | head -5 || true
python3 - "$start" "$end" "$messages" "$people" "$(nproc)" <<'P'
import sys
start, end, messages, people, cores = float(sys.argv[1]), float(sys.argv[2]), *map(int, sys.argv[3:])
seconds = end - start
print(f'cores: {cores}; {people} people, {messages} messages in {seconds:.1f} s, {messages / seconds:.0f} a second')
sys.exit(messages != people * 3 or seconds > 60 * max(1, people / 10000))
P
