#!/bin/sh
# Bulk actions and their undo, killed at random times: all rows are changed once and given back whole.
# BULK_KILLS (10), BULK_ROWS (60000) and BULK_SEED are settings.
. "$LEADGEN_SRCDIR/tests/support/tap.sh"
[ -n "${LEADGEN_TEST_SOCK:-}" ] || tap_leave "LEADGEN_TEST_SOCK is not set: crashes of bulk actions are left out"
dir=$(mktemp -d)
chmod 755 "$dir"
pids=
trap 'tap_kill KILL $pids; sh "$LEADGEN_SRCDIR/tests/support/cluster" stop "$dir/pg"; rm -rf "$dir"' EXIT
# A cluster of its own: leases of other tests' jobs are not to run out.
mkdir -m 755 "$dir/pg" "$dir/files"
sh "$LEADGEN_SRCDIR/tests/support/cluster" start "$dir/pg" >"$dir/env"
. "$dir/env"
batch=$LEADGEN_BUILDDIR/leadgen-batch
export LEADGEN_FILES="$dir/files" LEADGEN_WORKERS=4
kills=${BULK_KILLS:-10} rows=${BULK_ROWS:-60000}
seed=${BULK_SEED:-$(date +%s)}
echo "# seed $seed (BULK_SEED), $kills kills (BULK_KILLS), $rows rows (BULK_ROWS)"
"$batch" migrate >/dev/null
"$batch" tenant add kestrel --name Kestrel >/dev/null
owner() { psql -qXAt -v ON_ERROR_STOP=1 "$LEADGEN_OWNER_DSN" -c "$1"; }
nap() {
    seed=$(((seed * 1103515245 + 12345) % 2147483648))
    pause=$(($1 + seed / 65536 % $2))
    sleep "$(printf '%d.%03d' $((pause / 1000)) $((pause % 1000)))"
}
owner "INSERT INTO contact (tenant_id, first_name, last_name, name_key, search, sort_name, codes, tag_ids)
    SELECT 1, 'Person', i::text, 'person ' || i, 'person ' || i, i || ' person', '{0,0,0,0,0,0,20,0,0,0,0,0}',
        CASE i % 3 WHEN 1 THEN ARRAY[5]::bigint[] END FROM generate_series(1, $rows) i;
    INSERT INTO tag (tenant_id, name, name_key) VALUES (1, 'Warm', 'warm')" >/dev/null
whole() { owner "SELECT md5(string_agg((to_jsonb(c) - '{version,updated_at}'::text[])::text, ',' ORDER BY contact_id)) FROM contact c"; }
jobs() { owner "SELECT count(*) FROM job"; }
# taken: waits until a worker has the job, some seconds at most: kills are to hit it at work
taken() {
    looks=0
    while [ "$(owner "SELECT count(*) FROM job WHERE state = 'running' AND lease_until > now()")" = 0 ] && [ $looks -lt 100 ]; do
        sleep 0.02
        looks=$((looks + 1))
    done
}
# killed_often MILLISECONDS: workers are killed within that time at work, until the queue is empty; a lease nobody holds runs out at once
killed_often() {
    n=0
    while [ "$(jobs)" != 0 ] && [ $n -lt "$kills" ]; do
        "$batch" tick --for 600 2>>"$dir/log" &
        last=$!
        pids="$pids $last"
        taken
        nap 10 "$1"
        tap_kill KILL $last
        wait $last 2>/dev/null
        owner "UPDATE job SET lease_until = now() - interval '1 second', attempts = 1 WHERE state = 'running'" >/dev/null
        n=$((n + 1))
    done
    echo "# $n kills, at $(owner "SELECT format('%s done, %s taken back', done, (SELECT count(*) FROM change WHERE voided <> 0) / 2) FROM bulk")"
    "$batch" tick --for 600 2>>"$dir/log" &
    last=$!
    pids="$pids $last"
    left=600
    while [ "$(jobs)" != 0 ] && [ $left -gt 0 ]; do
        sleep 0.2
        left=$((left - 1))
    done
    tap_kill TERM $last
    wait $last 2>/dev/null
}

before=$(whole)
owner "INSERT INTO bulk (tenant_id, entity, act, filter, everything, counted, label_ids, what, state)
    SELECT 1, 2, 'tag', '', true, $rows, ARRAY[tag_id], 'Tagged Warm', 'waiting' FROM tag;
    INSERT INTO job (tenant_id, kind, subject) SELECT 1, 'bulk', bulk_id FROM bulk" >/dev/null
killed_often 300
tap_is "the action is done" "$(owner "SELECT state || ' ' || matched || ' ' || changed FROM bulk")" "done $rows $rows"
tap_is "each row has the tag once" "$(owner "SELECT count(*) FROM contact WHERE cardinality(array_positions(tag_ids, (SELECT tag_id FROM tag))) = 1")" "$rows"
tap_is "and one change" "$(owner "SELECT count(*) || ' ' || count(DISTINCT record_id) FROM change")" "$rows $rows"
after=$(whole)

# Run once more, as by a lease that ran out: nothing is done twice.
owner "INSERT INTO job (tenant_id, kind, subject) SELECT 1, 'bulk', bulk_id FROM bulk" >/dev/null
killed_often 300
tap_is "a second run changes nothing" "$(whole)" "$after"
tap_is "and writes nothing" "$(owner "SELECT count(*) FROM change")" "$rows"

# The undo, the same way.
owner "WITH opened AS (INSERT INTO change_set (tenant_id, kind, source, undoes)
        SELECT 1, 'undo', source, change_set_id FROM change_set RETURNING change_set_id, undoes),
    marked AS (UPDATE change_set s SET undone_by = o.change_set_id FROM opened o
        WHERE s.tenant_id = 1 AND s.change_set_id = o.undoes)
    INSERT INTO job (tenant_id, kind, subject) SELECT 1, 'change_undo', change_set_id FROM opened" >/dev/null
killed_often 1000
tap_is "the undo gives back whole rows" "$(whole)" "$before"
tap_is "and says so once of each" "$(owner "SELECT count(*) || ' ' || count(DISTINCT record_id) FROM change WHERE change_set_id = (SELECT max(change_set_id) FROM change_set)")" "$rows $rows"
tap_is "and no change of the action stands" "$(owner "SELECT count(*) FROM change WHERE voided = 0")" 0
tap_done
