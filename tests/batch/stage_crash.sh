#!/bin/sh
# A run of stages over 4 workers that are killed at random times, and a database that is restarted: each
# record has exactly one result a stage, what a stage wrote was written once, the ledger balances.
# STAGE_KILLS (10), STAGE_ENTITIES (300) and STAGE_SEED are settings.
. "$LEADGEN_SRCDIR/tests/support/tap.sh"
[ -n "${LEADGEN_TEST_SOCK:-}" ] || tap_leave "LEADGEN_TEST_SOCK is not set: crashes of runs are left out"
dir=$(mktemp -d)
chmod 755 "$dir"
pids=
trap 'tap_kill KILL $pids; sh "$LEADGEN_SRCDIR/tests/support/cluster" stop "$dir/pg"; rm -rf "$dir"' EXIT
# A cluster of its own: it is stopped in the middle.
mkdir -m 755 "$dir/pg" "$dir/files"
sh "$LEADGEN_SRCDIR/tests/support/cluster" start "$dir/pg" >"$dir/env"
. "$dir/env"
worker=$LEADGEN_BUILDDIR/tests/batch/worker
export LEADGEN_FILES="$dir/files" LEADGEN_WORKERS=4
kills=${STAGE_KILLS:-10} entities=${STAGE_ENTITIES:-300}
seed=${STAGE_SEED:-$(date +%s)}
echo "# seed $seed (STAGE_SEED), $kills kills (STAGE_KILLS), $entities records (STAGE_ENTITIES)"
"$LEADGEN_BUILDDIR/leadgen-batch" migrate >/dev/null
owner() { psql -qXAt -v ON_ERROR_STOP=1 "$LEADGEN_OWNER_DSN" -c "$1"; }
nap() {
    seed=$(((seed * 1103515245 + 12345) % 2147483648))
    pause=$(($1 + seed / 65536 % $2))
    sleep "$(printf '%d.%03d' $((pause / 1000)) $((pause % 1000)))"
}
owner "CREATE TABLE test_mark (tenant_id bigint, job_id bigint, unit bigint); SELECT app.protect('test_mark')" >/dev/null
"$worker" tenant add kestrel --name Kestrel >/dev/null
owner "INSERT INTO company (tenant_id, name, name_key, search, sort_name, codes)
    SELECT 1, 'Company ' || i, 'c' || i, 'c' || i, 'c' || i, (SELECT array_agg(0::smallint) FROM generate_series(1, 40))
    FROM generate_series(1, $entities) i;
    INSERT INTO budget (tenant_id, limit_micros) VALUES (1, $entities * 1000)" >/dev/null
# Slow enough that the work is not done before the last of them has died.
export STAGE_DOZE=$((kills * 800 / (entities * 3) + 1))
start() {
    "$worker" tick --for 600 2>>"$dir/log" &
    last=$!
    pids="$pids $last"
}
state() { owner "SELECT state FROM pipeline_run"; }
"$worker" pipeline --tenant kestrel --stage three >"$dir/started" 2>&1 || cat "$dir/started" | sed 's/^/# /'
for n in 1 2 3 4; do start; done
n=0
while [ $n -lt "$kills" ] && [ "$(state)" != done ]; do
    nap 50 250
    # The oldest of the four, whatever it does; another takes its place.
    set -- $pids
    tap_kill KILL $1
    wait $1 2>/dev/null
    shift
    pids="$*"
    start
    n=$((n + 1))
    if [ $n = $((kills / 2)) ]; then
        bin=$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -1) as=
        [ "$(id -u)" != 0 ] || as="setpriv --reuid=postgres --regid=postgres --init-groups"
        (cd / && $as "$bin/pg_ctl" -D "$dir/pg/data" -m immediate restart -w -l "$dir/pg/log" >/dev/null 2>&1)
    fi
done
echo "# $n kills, then $(owner "SELECT string_agg(stage || ' ' || done + partial || ' of ' || total, ', ') FROM run_stage")"
tap_ok "workers were killed all along" [ $n -ge $((kills / 2)) ]
left=600
while [ "$(state)" != done ] && [ $left -gt 0 ]; do
    sleep 0.2
    left=$((left - 1))
done
tap_is "the run ends" "$(state)" done
tap_is "each record has exactly one result a stage" \
    "$(owner "SELECT count(*) || ' ' || count(DISTINCT (stage, record_id)) FROM stage_result")" "$((entities * 3)) $((entities * 3))"
tap_is "what a stage wrote was written once" \
    "$(owner "SELECT count(*) || ' ' || count(DISTINCT unit) FROM test_mark")" "$((entities * 3)) $((entities * 3))"
tap_is "the sums of the stages are those of the results" \
    "$(owner "SELECT count(*) FROM run_stage WHERE total <> $entities OR done + partial <> total")" 0
tap_is "the ledger balances" \
    "$(owner "SELECT spent_micros || ' ' || reserved_micros FROM budget") $(owner "SELECT sum(amount_micros) FILTER (WHERE kind = 'reserve') - sum(amount_micros) FILTER (WHERE kind IN ('settle', 'release')) FROM ledger")" \
    "$((entities * 500)) 0 0"
tap_is "nothing is left in the queue" "$(owner "SELECT count(*) FROM stage_way")" 0
tap_done
