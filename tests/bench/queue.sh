#!/bin/sh
# Our queue beside graphile-worker (npm) on the same cluster: jobs one by one (three times in turn), records
# in batches of 100, one worker each; then our batches again 90 seconds into a transaction that keeps every
# old row version.
# Wanted: ratios >= 1; with the old transaction >= 0.5 of without. Needs build/, node and the npm registry.
# The calibration line is the time of a fixed loop of awk. JOBS (5000), RECORDS (200000), HOLD (90 s).
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
jobs=${JOBS:-5000} records=${RECORDS:-200000} hold=${HOLD:-90}
make -s -C "$build" tests/bench/queue
"$build/leadgen-batch" migrate >/dev/null
calibration=$(awk 'BEGIN { "date +%s.%N" | getline a; for (i = 0; i < 5000000; i++) x += i; "date +%s.%N " | getline b; printf "%.2f", b - a }')
echo "cores: $(nproc); load: $(cut -d ' ' -f 1 /proc/loadavg); jobs: $jobs; records: $records; calibration: $calibration s"
super="host=$LEADGEN_TEST_SOCK user=postgres"
owner() { psql -qXAt -v ON_ERROR_STOP=1 "$LEADGEN_OWNER_DSN" -c "$1"; }

psql -qX "$super dbname=postgres" -c 'CREATE DATABASE peer'
cp "$here/tests/bench/support/queue_peer.mjs" "$dir/"
(cd "$dir" && npm install --silent --no-save --no-audit --no-fund graphile-worker@0.17.3 >/dev/null 2>&1)
export PEER_DSN="postgres://postgres@/peer?host=$LEADGEN_TEST_SOCK"
tenant=$("$build/leadgen-batch" tenant add bench --name Bench | cut -d ' ' -f 2)
# Turn about, as each slows the other down by what it leaves behind; of three the middle one.
for round in 1 2 3; do
    psql -qX "$super dbname=peer" -c 'DROP SCHEMA IF EXISTS graphile_worker CASCADE' 2>/dev/null
    (cd "$dir" && node queue_peer.mjs one "$jobs") >>"$dir/peer"
    "$build/tests/bench/queue" jobs "$tenant" "$jobs" >>"$dir/ours"
done
middle() { sort -n -k "$2,$2" "$dir/$1" | awk -v n="$2" 'NR == 2 { print $n }'; }
our_in=$(middle ours 1) our_out=$(middle ours 2) peer_in=$(middle peer 1) peer_out=$(middle peer 2)
set -- $(cd "$dir" && BATCHED=1 CONCURRENCY=24 node queue_peer.mjs many "$records")
peer_many_in=$1 peer_many_out=$2

owner "INSERT INTO company (tenant_id, name, name_key, search, sort_name, codes) SELECT $tenant, 'C' || i, 'c', 'c', 'c',
    (SELECT array_agg(0::smallint) FROM generate_series(1, 40)) FROM generate_series(1, $records) i"
# fill: a run over all companies, all in the queue; records a second
fill() {
    from=$(date +%s.%N)
    owner "UPDATE pipeline_run SET state = 'cancelled'; DELETE FROM stage_work;
        WITH r AS (INSERT INTO pipeline_run (tenant_id, title, entity, filter, stages, state)
            VALUES ($tenant, 'Bench', 1, '', '{bench}', 'running') RETURNING tenant_id, run_id),
        s AS (INSERT INTO run_stage (tenant_id, run_id, stage, total) SELECT tenant_id, run_id, 'bench', $records FROM r)
        INSERT INTO stage_work (tenant_id, run_id, entity, record_id, stage)
        SELECT c.tenant_id, r.run_id, 1, c.company_id, 'bench' FROM r JOIN company c USING (tenant_id);
        SELECT app.meet_tables()" # as the job that gathers a run does
    awk -v a="$from" -v b="$(date +%s.%N)" -v n="$records" 'BEGIN { printf "%.0f\n", n / (b - a) }'
}
our_many_in=$(fill)
our_many_out=$("$build/tests/bench/queue" records "$tenant" 600)
fill >/dev/null
before=$("$build/tests/bench/queue" records "$tenant" 10)
# The old transaction, and work for as long as it is there.
psql -qXAt "$LEADGEN_OWNER_DSN" >/dev/null <<SQL &
BEGIN ISOLATION LEVEL REPEATABLE READ;
SELECT count(*) FROM tenant;
SELECT pg_sleep($hold + 60);
SQL
end=$(($(date +%s) + hold))
while [ "$(date +%s)" -lt "$end" ]; do
    [ "$(owner "SELECT count(*) < 20000 FROM stage_work")" = f ] || fill >/dev/null
    "$build/tests/bench/queue" records "$tenant" 10 >/dev/null
done
fill >/dev/null
during=$("$build/tests/bench/queue" records "$tenant" 10)
fill >/dev/null
after=$("$build/tests/bench/queue" records "$tenant" 10)
ratio() { awk -v a="$1" -v b="$2" 'BEGIN { printf "%.2f", a / b }'; }
printf '%-34s %10s %10s %8s\n' "a second" ours peer ratio
printf '%-34s %10s %10s %8s\n' "enqueue one by one" "$our_in" "$peer_in" "$(ratio "$our_in" "$peer_in")" \
    "complete one by one" "$our_out" "$peer_out" "$(ratio "$our_out" "$peer_out")" \
    "enqueue many" "$our_many_in" "$peer_many_in" "$(ratio "$our_many_in" "$peer_many_in")" \
    "complete in batches" "$our_many_out" "$peer_many_out" "$(ratio "$our_many_out" "$peer_many_out")"
echo "in batches: $before a second before, $during and $after after $hold s of an old transaction: $(ratio "$during" "$before"), $(ratio "$after" "$before")"
awk -v a="$our_out" -v b="$peer_out" -v c="$our_many_out" -v d="$peer_many_out" -v e="$during" -v f="$before" \
    'BEGIN { if (a < b || c < d || e < f / 2) { print "below what is wanted"; exit 1 } }'
