#!/bin/sh
# Workers against a real database: killed at random times from a printed seed, cancelled, told to
# stop, put to sleep past their lease, side by side. Nothing is lost, nothing is done twice.
# TICK_KILLS (10) and TICK_SEED are settings.
. "$LEADGEN_SRCDIR/tests/support/tap.sh"
[ -n "${LEADGEN_TEST_SOCK:-}" ] || tap_leave "LEADGEN_TEST_SOCK is not set: the workers' tests are left out"
# A database of its own: its queue is nobody else's.
eval "$(sh "$LEADGEN_SRCDIR/tests/support/cluster" database "tick_$$")"
worker=$LEADGEN_BUILDDIR/tests/batch/worker
kills=${TICK_KILLS:-10}
seed=${TICK_SEED:-$(date +%s)}
echo "# seed $seed (TICK_SEED), $kills kills (TICK_KILLS)"
dir=$(mktemp -d)
pids=
trap 'tap_kill KILL $pids; rm -rf "$dir"' EXIT
trap 'exit 1' INT TERM
export LEADGEN_WORKERS=4 LEADGEN_FILES="$dir"

# owner SQL: one value, as the owner of all
owner() { psql -qXAt -v ON_ERROR_STOP=1 "$LEADGEN_OWNER_DSN" -c "$1"; }
owner "CREATE TABLE test_mark (tenant_id bigint, job_id bigint, unit bigint);
    SELECT app.protect('test_mark')" >/dev/null
tenant=$("$worker" tenant add "tick-$$" --name Tick | cut -d ' ' -f 2)
# enqueue KIND UNITS: the job's id
enqueue() {
    psql -qXAt -v ON_ERROR_STOP=1 "$LEADGEN_APP_DSN" -c "BEGIN" \
        -c "SET LOCAL app.tenant = '$tenant'" -c "SELECT app.job_enqueue('$1', $2, '{}')" -c COMMIT
}
# as_tenant SQL: one value, as a page would see it
as_tenant() {
    psql -qXAt -v ON_ERROR_STOP=1 "$LEADGEN_APP_DSN" -c "BEGIN" \
        -c "SET LOCAL app.tenant = '$tenant'" -c "$1" -c COMMIT
}
shown() { as_tenant "SELECT $2 FROM app.job_read($1)"; }
# wait_for SECONDS WANTED COMMAND...
wait_for() {
    left=$(($1 * 10)) wanted=$2
    shift 2
    while [ "$("$@")" != "$wanted" ] && [ $left -gt 0 ]; do
        sleep 0.1
        left=$((left - 1))
    done
    [ "$("$@")" = "$wanted" ]
}
start() {
    "$worker" "$@" 2>>"$dir/log" &
    last=$!
    pids="$pids $last"
}
# end_worker: tells the last worker to stop and waits for it, at most 20 seconds; its status
end_worker() {
    tap_kill TERM $last
    left=200
    while [ $left -gt 0 ]; do
        case $(cut -d ' ' -f 3 /proc/$last/stat 2>/dev/null) in '' | Z) break ;; esac
        sleep 0.1
        left=$((left - 1))
    done
    tap_kill KILL $last
    wait $last
}
marks() { owner "SELECT count(*) || ' ' || count(DISTINCT unit) FROM test_mark WHERE job_id = $1"; }

# A click starts at once.
start tick --for 20
sleep 1.5
job=$(enqueue count 1)
tap_ok "a worker that waits starts a new job within half a second" \
    wait_for 1 done shown "$job" state
end_worker
tap_is "told to stop, an idle worker ends well" $? 0

# Killed at random times.
first=$(enqueue count 400)
second=$(enqueue count 150)
n=0
while [ $n -lt "$kills" ]; do
    start tick --for 600
    seed=$(((seed * 1103515245 + 12345) % 2147483648))
    pause=$((200 + seed / 65536 % 1300))
    sleep "$(printf '%d.%03d' $((pause / 1000)) $((pause % 1000)))"
    tap_kill KILL $last
    wait $last 2>/dev/null
    n=$((n + 1))
done
start tick --for 600
tap_ok "after $kills kills the first job is done" wait_for 60 done shown "$first" state
tap_ok "and the second" wait_for 60 done shown "$second" state
tap_is "every unit of the first was done once" "$(marks "$first")" "400 400"
tap_is "every unit of the second was done once" "$(marks "$second")" "150 150"
tap_is "the history has each job once" \
    "$(owner "SELECT count(*) FROM job_history WHERE job_id IN ($first, $second)")" 2

# Cancel.
job=$(enqueue count 100000)
wait_for 10 running shown "$job" state
as_tenant "SELECT app.job_cancel($job)" >/dev/null
tap_ok "a running job stops when asked to" wait_for 5 cancelled shown "$job" state
tap_is "its progress stays visible" "$(shown "$job" 'done > 0 AND done < total')" t

# Told to stop in the middle.
job=$(enqueue count 1500)
wait_for 10 running shown "$job" state
end_worker
tap_is "told to stop in the middle of a job, the worker ends well" $? 0
tap_is "and has given its lease back" "$(shown "$job" "state || ' ' || attempts")" "ready 0"
as_tenant "SELECT app.job_cancel($job)" >/dev/null

# Two workers, one sleeps past its lease.
start tick --for 600
wait_for 10 cancelled shown "$job" state
job=$(enqueue sleepy 1)
wait_for 10 running shown "$job" state
start tick --for 600
tap_ok "a job whose worker sleeps past its lease is finished by another" \
    wait_for 20 done shown "$job" state
sleep 4
tap_is "and the sleeper writes nothing more" \
    "$(owner "SELECT string_agg(unit::text, ' ' ORDER BY unit) FROM test_mark WHERE job_id = $job")" \
    "1 2 102"

# Dead jobs.
job=$(enqueue bad_input 1)
tap_ok "bad input makes a job dead at once" wait_for 5 "dead 1 Row 7 has no name." \
    shown "$job" "state || ' ' || attempts || ' ' || reason"
as_tenant "SELECT app.job_retry($job)" >/dev/null
tap_ok "a dead job runs again when asked to" wait_for 5 "dead 1" shown "$job" "state || ' ' || attempts"
tap_is "another tenant cannot ask for it" \
    "$(tenant=$((tenant + 1)) as_tenant "SELECT app.job_retry($job)")" f
tap_is "nor see it" "$(tenant=$((tenant + 1)) as_tenant "SELECT count(*) FROM app.job_read($job)")" 0
as_tenant "SELECT app.job_cancel($job)" >/dev/null
tap_is "dismissed, it is history" "$(shown "$job" 'finished_at IS NOT NULL')" t
job=$(enqueue away 1)
tap_ok "an outside failure is tried again later" wait_for 5 "waiting 1 The service does not answer." \
    shown "$job" "state || ' ' || attempts || ' ' || reason"
tap_ok "and is dead after its last attempt" wait_for 15 "dead 2" shown "$job" "state || ' ' || attempts"
job=$(enqueue bug 1)
tap_ok "a fault of the program makes a job dead at once" wait_for 5 "dead 1" \
    shown "$job" "state || ' ' || attempts"
tap_ok "and the log names the line" grep -q 'worker.c:[0-9]*$' "$dir/log"
tap_kill KILL $pids
wait
job=$(enqueue crash 1)
for n in 1 2 3; do
    start tick --for 600
    sleep 0.3
    wait_for 4 dead shown "$job" state || true
    tap_kill KILL $last
done
tap_is "a job that kills its workers ends as dead" "$(shown "$job" "state")" dead

# Slots.
export LEADGEN_WORKERS=2
start tick --for 600
start tick --for 600
sleep 1
before=$(date +%s)
"$worker" tick --for 20
tap_is "a third tick beside two slots ends well" $? 0
tap_ok "and at once" [ $(($(date +%s) - before)) -le 2 ]
end_worker
before=$(date +%s)
"$worker" tick --for 2
tap_ok "a free slot is taken" [ $(($(date +%s) - before)) -ge 2 ]
tap_done
