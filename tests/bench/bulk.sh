#!/bin/sh
# A bulk tag of the records that a filter matches (the two owners who together have nearest to 100,000
# contacts, a tenth of all) at CONTACTS contacts and COMPANIES companies, a second tenant of the same size
# beside, while CLIENTS clients ask for list pages; then the undo. Timed from the confirmation to the last
# row, and said for 100,000. Two workers tick, as on a real host: one may be building columns anew. Each
# round begins with fresh ones. Wanted on 4 idle cores: 100,000 in <= 2 s, pages p95 <= 100 ms meanwhile, the
# undo in at most twice the time of the last round.
# Needs build/. ROUNDS sets how often; the calibration line is the time of a fixed loop of the shell's awk.
set -eu
here=$(cd "$(dirname "$0")/../.." && pwd)
build=${LEADGEN_BUILDDIR:-$here/build}
contacts=${CONTACTS:-1000000} companies=${COMPANIES:-200000} clients=${CLIENTS:-1} rounds=${ROUNDS:-3}
dir=$(mktemp -d /tmp/leadgen-bench.XXXXXX)
chmod 755 "$dir"
pids=
trap 'kill $pids 2>/dev/null || true; sh "$here/tests/support/cluster" stop "$dir/pg"; rm -rf "$dir"' EXIT
trap 'exit 1' INT TERM
mkdir -m 755 "$dir/pg" "$dir/snapshots" "$dir/files"
CLUSTER_BUFFERS=2GB sh "$here/tests/support/cluster" start "$dir/pg" >"$dir/env"
. "$dir/env"
export LEADGEN_SRCDIR="$here" LEADGEN_SNAPSHOTS="$dir/snapshots" LEADGEN_FILES="$dir/files"
sql() { psql -XqAt -h "$LEADGEN_TEST_SOCK" -U postgres -d leadgen -v ON_ERROR_STOP=1 "$@"; }
make -s -C "$build" tests/bench/list_facets
"$build/leadgen-batch" migrate >/dev/null
for slug in large beside; do
    "$build/leadgen-batch" tenant add $slug --name "$slug" >/dev/null
    tenant=$(sql -c "SELECT tenant_id FROM tenant WHERE slug = '$slug'")
    sql -v tenant="$tenant" -v companies="$companies" -v contacts="$contacts" -f "$here/tests/bench/support/records.sql" >/dev/null
    "$build/tests/bench/list_facets" "$tenant" 0 0 0 build
done
sql -c 'VACUUM (ANALYZE) contact, company' -c CHECKPOINT
large=$(sql -c "SELECT tenant_id FROM tenant WHERE slug = 'large'")
owners=$(sql -v tenant="$large" -v wanted=$((contacts / 10)) -f "$here/tests/bench/support/bulk_owners.sql")
calibration=$(awk 'BEGIN { "date +%s.%N" | getline a; for (i = 0; i < 5000000; i++) x += i; "date +%s.%N " | getline b; printf "%.2f", b - a }')
echo "cores: $(nproc); load: $(cut -d ' ' -f 1 /proc/loadavg); contacts: $contacts; calibration: $calibration s"
for worker in 1 2; do
    "$build/leadgen-batch" tick --for 3600 >/dev/null 2>"$dir/log.$worker" &
    pids="$pids $!"
done
wait_for() {
    left=3000
    while [ "$(sql -c "$1")" != "$2" ] && [ $left -gt 0 ]; do
        sleep 0.1
        left=$((left - 1))
    done
}
for round in $(seq "$rounds"); do
    [ "$round" = 1 ] || "$build/tests/bench/list_facets" "$large" 0 0 0 build >/dev/null
    [ "$clients" = 0 ] || { "$build/tests/bench/list_facets" "$large" 4 "$clients" 0 all >"$dir/pages" & pages=$!; sleep 0.7; }
    id=$(sql -c "WITH t AS (INSERT INTO tag (tenant_id, name, name_key) VALUES ($large, 'bulk $round', 'bulk $round') RETURNING tag_id)
        INSERT INTO bulk (tenant_id, entity, act, filter, everything, counted, label_ids, what, state)
        SELECT $large, 2, 'tag', '$owners', true, 0, ARRAY[tag_id], 'Tagged', 'waiting' FROM t RETURNING bulk_id")
    sql -c "SELECT set_config('app.tenant', '$large', false); SELECT app.job_enqueue('bulk', $id, '{}')" >/dev/null
    wait_for "SELECT state FROM bulk WHERE bulk_id = $id" done
    echo "tagged: $(sql -c "SELECT changed || ' of ' || matched || ' in ' || round(extract(epoch FROM finished_at - created_at)::numeric, 2)
        || ' s (' || round((extract(epoch FROM finished_at - created_at) * 100000 / changed)::numeric, 2) || ' s for 100,000)' FROM bulk WHERE bulk_id = $id")"
    [ "$clients" = 0 ] || { wait "$pages"; sed 's/^/pages meanwhile: /' "$dir/pages"; }
done
undo=$(sql -c "WITH opened AS (INSERT INTO change_set (tenant_id, kind, source, undoes)
        SELECT $large, 'undo', source, change_set_id FROM change_set WHERE tenant_id = $large AND kind = 'bulk'
        ORDER BY change_set_id DESC LIMIT 1 RETURNING change_set_id, undoes),
    marked AS (UPDATE change_set s SET undone_by = o.change_set_id FROM opened o
        WHERE s.tenant_id = $large AND s.change_set_id = o.undoes) SELECT change_set_id FROM opened")
job=$(sql -c "SELECT set_config('app.tenant', '$large', false); SELECT app.job_enqueue('change_undo', $undo, '{}')" | tail -1)
wait_for "SELECT count(*) FROM job WHERE job_id = $job" 0
tagged=$(sql -c "SELECT extract(epoch FROM finished_at - created_at) FROM bulk WHERE bulk_id = $id")
echo "undone in $(sql -c "SELECT round(took, 2) || ' s: ' || round(took / $tagged, 2) || ' times what doing it took'
    FROM (SELECT extract(epoch FROM finished_at - created_at) AS took FROM job_history WHERE job_id = $job) AS j")"
