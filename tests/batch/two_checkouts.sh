#!/bin/sh
# Two checkouts, each with settings of its own, work on one database and one folder of files, as README
# promises: cron starts their ticks, beside each a worker as a service. Every task that is due runs once,
# every record has one result a stage, every job is done once, also when one of the two breaks off.
# CHECKOUT_ENTITIES (300) is how many companies without a web site there are beside the written sites.
set -u
here=${LEADGEN_SRCDIR:-$(cd "$(dirname "$0")/../.." && pwd)}
. "$here/tests/support/tap.sh"
PATH=$PATH:/usr/sbin:/sbin
[ -n "${LEADGEN_TEST_SOCK:-}" ] || tap_leave "LEADGEN_TEST_SOCK is not set: the test of two checkouts is left out"
command -v nginx >/dev/null || tap_leave "nginx is not installed"
build=${LEADGEN_BUILDDIR:-$here/build}
entities=${CHECKOUT_ENTITIES:-300}
dir=$(mktemp -d /tmp/leadgen-two.XXXXXX)
chmod 755 "$dir"
pids=
trap 'touch "$dir/over"; tap_kill TERM $pids; wait; sh "$here/tests/support/web/serve" stop "$dir/web"; rm -rf "$dir"' EXIT
trap 'exit 1' INT TERM
eval "$(sh "$here/tests/support/cluster" database "two_$$")"
eval "$(sh "$here/tests/support/web/serve" start "$dir/web")"
owner() { psql -qXAt -v ON_ERROR_STOP=1 "$LEADGEN_OWNER_DSN" -c "$1"; }

mkdir "$dir/files"
printf 'seal %064d\nsuppression %064d\n' 1 2 >"$dir/keys"
# checkout NAME: a folder with the program and settings of its own; only these count
checkout() {
    mkdir -p "$dir/$1/build" "$dir/$1/var"
    cp "$here/configure.ac" "$dir/$1/"
    cp "$build/leadgen-batch" "$dir/$1/build/leadgen-batch"
    ln -s "$here/sql" "$dir/$1/sql"
    cat >"$dir/$1/var/env" <<END
LEADGEN_APP_DSN=$LEADGEN_APP_DSN
LEADGEN_BATCH_DSN=$LEADGEN_BATCH_DSN
LEADGEN_OWNER_DSN=$LEADGEN_OWNER_DSN
LEADGEN_FILES=$dir/files
LEADGEN_KEYFILE=$dir/keys
LEADGEN_RESOLVE=$LEADGEN_RESOLVE
LEADGEN_WORKERS=6
END
}
checkout a
checkout b
# become NAME WORD...: turns this shell into a command there; its worker's number is noted
become() {
    cd "$dir/$1" || exit 1
    name=$1
    shift
    exec env -i PATH="$PATH" LANG=C.UTF-8 sh -c 'echo $$ >>pids; exec build/leadgen-batch "$@"' sh "$@" 2>>"$dir/log.$name"
}
in_checkout() { (become "$@"); }
# cron NAME: starts ticks until the test is over, each before the one before it has ended
cron() {
    while [ ! -e "$dir/over" ] && [ ! -e "$dir/$1/off" ]; do
        become "$1" tick --for 4 &
        sleep 3
    done
    wait
}
# until_true SECONDS SQL: waits until it is true
until_true() {
    left=$(($1 * 5))
    while [ "$(owner "$2")" != t ] && [ $left -gt 0 ]; do
        sleep 0.2
        left=$((left - 1))
    done
    [ "$(owner "$2")" = t ]
}

# --- what there is to do
in_checkout a tenant add acme --name Acme >/dev/null
in_checkout b tenant add bolt --name Bolt >/dev/null
awk -v n="$entities" 'BEGIN { print "Company,City"; for (i = 1; i <= n; i++) print "Quiet Works " i ",Brno" }' >"$dir/quiet.csv"
in_checkout a import "$here/sql/seed/sites.csv" --tenant acme --entity company >/dev/null
in_checkout b import "$dir/quiet.csv" --tenant acme --entity company >/dev/null
in_checkout b import "$dir/quiet.csv" --tenant bolt --entity company >/dev/null
tap_is "both checkouts bring lists in" "$(owner "SELECT string_agg(n::text, ' ' ORDER BY tenant_id) FROM (SELECT tenant_id, count(*) AS n FROM company GROUP BY 1) AS s")" \
    "$((entities + $(wc -l <"$here/sql/seed/sites.csv") - 1)) $entities"

# Whatever a task's row goes through is noted. They are due when this test says so, never by themselves.
owner "CREATE TABLE test_due (task text);
    CREATE TABLE test_run (task text, started timestamptz, ended timestamptz, worker text, outcome text);
    CREATE FUNCTION test_note() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS \$\$
    BEGIN
        IF NEW.started_at IS DISTINCT FROM OLD.started_at THEN
            INSERT INTO test_run VALUES (NEW.task, clock_timestamp(), NULL, NEW.worker, NULL);
        ELSIF NEW.ended_at IS DISTINCT FROM OLD.ended_at THEN
            UPDATE test_run SET ended = clock_timestamp(), outcome = NEW.outcome
            WHERE task = NEW.task AND ended IS NULL;
        END IF;
        RETURN NULL;
    END \$\$"
in_checkout a tick --for 1 # makes the rows of the schedule
owner "UPDATE schedule SET every_seconds = 86400, at_time = NULL, next_at = now() + interval '1 day';
    CREATE TRIGGER test_note AFTER UPDATE ON schedule FOR EACH ROW EXECUTE FUNCTION test_note()"
clock() {
    while [ ! -e "$dir/over" ]; do
        owner "WITH due AS (UPDATE schedule SET next_at = now() WHERE next_at > now() AND outcome IS DISTINCT FROM 'running' RETURNING task)
            INSERT INTO test_due SELECT task FROM due"
        sleep 2.5
    done
}

# --- both at it
run() { in_checkout "$@" --stage facts --stage score --stage people >/dev/null; }
run a pipeline --tenant acme --stage crawl
run b pipeline --tenant bolt --stage crawl
clock &
pids=$!
for name in a b; do
    cron $name &
    pids="$pids $!"
    become $name work &
    pids="$pids $!"
    first=${first:-$!} last=$!
done
tap_ok "the runs end" until_true 200 "SELECT bool_and(state = 'done') FROM pipeline_run"
# Another one; now checkout a is switched off in the middle, its service with it.
run b pipeline --tenant bolt
sleep 0.5
touch "$dir/a/off"
tap_kill TERM $first
tap_ok "a run goes on when one of them is switched off" until_true 120 "SELECT bool_and(state = 'done') FROM pipeline_run"
touch "$dir/over"
tap_ok "tasks that are due do not wait" until_true 30 "SELECT NOT EXISTS (SELECT FROM schedule WHERE next_at <= now() OR outcome = 'running')"
sleep 1
tap_kill TERM $last
wait $pids
pids=

# --- what came of it
of() { tr '\n' ',' <"$dir/$1/pids" | sed 's/,$//'; }
echo "# task runs by a and b: $(owner "SELECT count(*) FILTER (WHERE split_part(worker, ':', 2)::int IN ($(of a))) || ' ' || count(*) FILTER (WHERE split_part(worker, ':', 2)::int IN ($(of b))) FROM test_run")"
tap_is "each record has one result a stage in each run" \
    "$(owner "SELECT count(*) - count(DISTINCT (tenant_id, run_id, record_id, stage)) || ' ' || count(*) FROM stage_result WHERE entity = 1")" \
    "0 $(owner "SELECT sum(records * cardinality(stages)) FROM pipeline_run")"
tap_is "the sums of the stages are those of the results" \
    "$(owner "SELECT count(*) FROM run_stage s WHERE total <> done + partial + no_match + stopped + blocked + skipped + failed
        OR total <> (SELECT count(*) FROM stage_result r WHERE (r.tenant_id, r.run_id, r.stage) = (s.tenant_id, s.run_id, s.stage))")" 0
tap_is "every site has an end" "$(owner "SELECT count(*) FROM site WHERE state IS NOT NULL")" "$(($(wc -l <"$here/sql/seed/sites.csv") - 1))"
tap_is "nothing is left in the queue" "$(owner "SELECT (SELECT count(*) FROM stage_way) + (SELECT count(*) FROM stage_claim)")" 0
tap_is "no job is dead or lost" "$(owner "SELECT count(*) FILTER (WHERE state IN ('dead', 'running')) FROM job")" 0
tap_is "each job is in the history once" "$(owner "SELECT count(*) - count(DISTINCT job_id) FROM job_history WHERE state = 'done'")" 0
tap_ok "both ran tasks" [ "$(owner "SELECT bool_or(split_part(worker, ':', 2)::int IN ($(of a))) AND bool_or(split_part(worker, ':', 2)::int IN ($(of b))) FROM test_run")" = t ]
tap_is "every task is among those that were due" "$(owner "SELECT count(DISTINCT task) FROM test_due")" "$(owner "SELECT count(*) FROM schedule")"
tap_is "each task ran as often as it was due" \
    "$(owner "SELECT string_agg(task || ' ' || d.n || ' ' || coalesce(r.n, 0), ', ') FROM (SELECT task, count(*) AS n FROM test_due GROUP BY 1) AS d
        LEFT JOIN (SELECT task, count(*) AS n FROM test_run GROUP BY 1) AS r USING (task) WHERE d.n IS DISTINCT FROM r.n")" ""
tap_is "never beside itself" \
    "$(owner "SELECT string_agg(DISTINCT task, ' ') FROM (SELECT task, started, lag(ended, 1, '-infinity') OVER (PARTITION BY task ORDER BY started) AS ended
        FROM test_run) AS s WHERE ended IS NULL OR started < ended")" ""
tap_is "all of them ended well" "$(owner "SELECT string_agg(DISTINCT task || ' ' || coalesce(outcome, 'open'), ', ') FROM test_run WHERE outcome IS DISTINCT FROM 'done'")" ""
# What gives no score, as sites of no company, is not looked at each night anew.
in_checkout b run rescore --tenant acme >/dev/null
in_checkout b tick --for 5
tap_is "scoring anew comes to its end" "$(in_checkout b run rescore --tenant acme)" "rescore: 0 companies"
cat "$dir/log.a" "$dir/log.b" 2>/dev/null | grep -v '^$' | tap_none "neither had anything to complain about"
tap_done
