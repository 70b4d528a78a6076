#!/bin/sh
# Messages of a campaign written by 4 workers that are killed at random times, cancelled once in the middle:
# each person has each message once, with its text, and the counts and the ledger agree.
# GENERATE_KILLS (5), GENERATE_PEOPLE (1200) and GENERATE_SEED are settings.
. "$LEADGEN_SRCDIR/tests/support/tap.sh"
. "$LEADGEN_SRCDIR/tests/bench/written.sh"
[ -n "${LEADGEN_TEST_SOCK:-}" ] || tap_leave "LEADGEN_TEST_SOCK is not set: crashes of writing are left out"
dir=$(mktemp -d)
chmod 755 "$dir"
pids=
trap 'tap_kill KILL $pids; sh "$LEADGEN_SRCDIR/tests/support/cluster" stop "$dir/pg"; rm -rf "$dir"' EXIT
mkdir -m 755 "$dir/pg" "$dir/files"
sh "$LEADGEN_SRCDIR/tests/support/cluster" start "$dir/pg" >"$dir/env"
. "$dir/env"
batch=$LEADGEN_BUILDDIR/leadgen-batch
export LEADGEN_FILES="$dir/files" LEADGEN_WORKERS=4
kills=${GENERATE_KILLS:-5} people=${GENERATE_PEOPLE:-1200}
seed=${GENERATE_SEED:-$(date +%s)}
echo "# seed $seed (GENERATE_SEED), $kills kills (GENERATE_KILLS), $people people (GENERATE_PEOPLE)"
"$batch" migrate >/dev/null
owner() { psql -qXAt -v ON_ERROR_STOP=1 "$LEADGEN_OWNER_DSN" -c "$1"; }
nap() {
    seed=$(((seed * 1103515245 + 12345) % 2147483648))
    pause=$(($1 + seed / 65536 % $2))
    sleep "$(printf '%d.%03d' $((pause / 1000)) $((pause % 1000)))"
}
"$batch" tenant add kestrel --name Kestrel >/dev/null
written_campaign "$people" 3
# Each person may cost a dollar, none costs anything: all of it comes back.
owner "INSERT INTO budget (tenant_id, limit_micros) VALUES (1, $people * 2000000::bigint)" >/dev/null
start() {
    "$batch" tick --for 600 2>>"$dir/log" &
    last=$!
    pids="$pids $last"
}
state() { owner "SELECT state FROM campaign"; }
count() { owner "SELECT count(*) FROM message"; }
generate() { "$batch" campaign generate --tenant kestrel --id 1 >"$dir/started" 2>&1 || sed 's/^/# /' "$dir/started"; }
# Writing a batch takes a moment, so that workers die in the middle of it.
owner "CREATE FUNCTION app.test_pause() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN PERFORM pg_sleep(0.3); RETURN NULL; END';
    GRANT EXECUTE ON FUNCTION app.test_pause() TO leadgen_batch;
    CREATE TRIGGER test_pause BEFORE INSERT ON message FOR EACH STATEMENT EXECUTE FUNCTION app.test_pause()" >/dev/null
# Whoever gathers the people lives: its lease is long, and nothing is written before.
gathered() {
    left=600
    while [ "$(owner "SELECT count(*) FROM pipeline_run WHERE state = 'gathering'")" != 0 ] && [ $left -gt 0 ]; do
        sleep 0.1
        left=$((left - 1))
    done
}
for n in 1 2 3 4; do start; done
generate
gathered
n=0
while [ $n -lt "$kills" ] && [ "$(state)" = generating ]; do
    nap 20 200
    # The oldest of the four, whatever it does; another takes its place.
    set -- $pids
    tap_kill KILL $1
    wait $1 2>/dev/null
    shift
    pids="$*"
    start
    n=$((n + 1))
    # A worker holds its claims until its lease has run out; nobody has to wait for that here.
    owner "UPDATE stage_claim SET lease_until = now() WHERE lease_until > now() + interval '3 seconds'" >/dev/null
    if [ $n = $((kills / 2)) ]; then
        owner "UPDATE pipeline_run SET state = 'cancelled', finished_at = now() WHERE state IN ('gathering', 'running');
            INSERT INTO job (tenant_id, kind, subject) SELECT 1, 'pipeline', max(run_id) FROM pipeline_run ON CONFLICT DO NOTHING" >/dev/null
        echo "# cancelled with $(count) messages, $(state)"
        generate
        gathered
    fi
done
between=$(count)
echo "# $n kills, then $between messages"
tap_ok "workers were killed all along" [ $n -ge $((kills / 2)) ]
tap_ok "in the middle of writing" [ "$between" -gt 0 ]
left=900
while [ "$(state)" = generating ] && [ $left -gt 0 ]; do
    sleep 0.2
    left=$((left - 1))
    owner "UPDATE stage_claim SET lease_until = now() WHERE lease_until > now() + interval '3 seconds'
        AND NOT EXISTS (SELECT FROM pg_stat_activity WHERE state <> 'idle' AND datname = current_database() AND pid <> pg_backend_pid())" >/dev/null
done
tap_is "the campaign comes to review" "$(state)" review
tap_is "each person has each message, once" \
    "$(owner "SELECT count(*) || ' ' || count(DISTINCT (contact_id, step_id, variant)) || ' ' || count(DISTINCT contact_id) FROM message")" \
    "$((people * 5)) $((people * 5)) $people"
tap_is "each message has its one text" \
    "$(owner "SELECT count(*) || ' ' || count(DISTINCT message_id) FROM message_version WHERE body <> ''")" "$((people * 5)) $((people * 5))"
tap_is "the counts are those of the rows" \
    "$(owner "SELECT people || ' ' || written || ' ' || failed || ' ' || draft FROM campaign_count")" "$people $people 0 $((people * 5))"
tap_is "the ledger balances" \
    "$(owner "SELECT spent_micros || ' ' || reserved_micros FROM budget") $(owner "SELECT coalesce(sum(amount_micros) FILTER (WHERE kind = 'reserve') - sum(amount_micros) FILTER (WHERE kind IN ('settle', 'release')), 0) FROM ledger")" \
    "0 0 0"
tap_is "nothing is left in the queue" "$(owner "SELECT count(*) FROM stage_way")" 0
tap_done
