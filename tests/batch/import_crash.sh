#!/bin/sh
# Imports that are killed at random times, lose their database, or meet one another: the tables end
# as after an undisturbed run. IMPORT_KILLS (10) and IMPORT_SEED are settings.
. "$LEADGEN_SRCDIR/tests/support/tap.sh"
[ -n "${LEADGEN_TEST_SOCK:-}" ] || tap_leave "LEADGEN_TEST_SOCK is not set: crashes of imports are left out"
dir=$(mktemp -d)
chmod 755 "$dir"
pids=
trap 'tap_kill KILL $pids; sh "$LEADGEN_SRCDIR/tests/support/cluster" stop "$dir/pg"; rm -rf "$dir"' EXIT
# A cluster of its own: it is stopped in the middle.
mkdir -m 755 "$dir/pg" "$dir/files"
sh "$LEADGEN_SRCDIR/tests/support/cluster" start "$dir/pg" >"$dir/env"
. "$dir/env"
batch=$LEADGEN_BUILDDIR/leadgen-batch
export LEADGEN_FILES="$dir/files" LEADGEN_WORKERS=4
kills=${IMPORT_KILLS:-10} rows=${IMPORT_ROWS:-40000}
seed=${IMPORT_SEED:-$(date +%s)}
echo "# seed $seed (IMPORT_SEED), $kills kills (IMPORT_KILLS), $rows rows (IMPORT_ROWS)"
"$batch" migrate >/dev/null
# owner SQL: one value, as the owner of all
owner() { psql -qXAt -v ON_ERROR_STOP=1 "$LEADGEN_OWNER_DSN" -c "$1"; }
# What stands in a workspace, whatever the ids are.
tables() {
    owner "SELECT md5(string_agg(x, ',' ORDER BY x)) || ' ' || count(*) FROM (
        SELECT concat_ws('|', p.first_name, p.last_name, p.email, p.phone, p.city, c.name, c.domain, c.city) AS x
        FROM contact p LEFT JOIN company c USING (tenant_id, company_id)
        JOIN tenant t ON t.tenant_id = p.tenant_id
        WHERE t.slug = '$1' AND p.deleted_at IS NULL) AS all_rows"
}
ledger() {
    owner "SELECT md5(string_agg(concat_ws('|', row_no, verdict, reason, detail, label), ',' ORDER BY row_no))
        || ' ' || count(*) FROM import_row r JOIN tenant t USING (tenant_id)
        WHERE t.slug = '$1' AND phase = 1"
}
state() { owner "SELECT i.state FROM import i JOIN tenant t USING (tenant_id) WHERE t.slug = '$1' ORDER BY import_id DESC LIMIT 1"; }
# wait_for SECONDS WANTED COMMAND...
wait_for() {
    left=$(($1 * 5)) wanted=$2
    shift 2
    while [ "$("$@" 2>/dev/null)" != "$wanted" ] && [ $left -gt 0 ]; do
        sleep 0.2
        left=$((left - 1))
    done
    [ "$("$@")" = "$wanted" ]
}
nap() {
    seed=$(((seed * 1103515245 + 12345) % 2147483648))
    pause=$(($1 + seed / 65536 % $2))
    sleep "$(printf '%d.%03d' $((pause / 1000)) $((pause % 1000)))"
}
awk -v n="$rows" 'function letters(x) { return x < 26 ? sprintf("%c", 97 + x) : letters(int(x / 26)) letters(x % 26) }
BEGIN {
    print "First name,Last name,Email,Company,Website,Phone,City"
    for (i = 0; i < n; i++) {
        p = i * 7919 % int(n * 0.8); c = p % int(n / 5)
        printf "Anna,Ek%s,%s,Company %d,company-%d.com,%s,%s\n", letters(p), i % 3 ? "p" p "@company-" c ".com" : "", c, c,
            i % 4 ? "" : "+420" 601000000 + p, i % 2 ? "Brno" : ""
    }
}' >"$dir/people.csv"
for slug in calm killed away twice; do "$batch" tenant add $slug --name $slug >/dev/null; done

# start SLUG: the command line uploads and works in the background
start() {
    "$batch" import "$dir/people.csv" --tenant "$1" --entity contact --json >"$dir/out.$1" 2>>"$dir/log" &
    last=$!
    pids="$pids $last"
}
timeout 60 "$batch" import "$dir/people.csv" --tenant calm --entity contact --json >"$dir/calm" 2>>"$dir/log"
tap_is "an undisturbed import is done" "$(state calm)" done
calm=$(tables calm)
echo "# $(cat "$dir/calm" | cut -c 1-200)"
tap_is "every row has its verdict" "$(ledger calm | cut -d ' ' -f 2)" "$rows"

# Killed: a lease that nobody holds runs out at once here, so that others need not wait a minute.
start killed
wait_for 30 running state killed
n=0
while [ $n -lt "$kills" ]; do
    nap 50 450
    tap_kill KILL $last
    wait $last 2>/dev/null
    owner "UPDATE job SET lease_until = now() - interval '1 second', attempts = 1 WHERE state = 'running'" >/dev/null
    [ "$(state killed)" = running ] || break
    "$batch" tick --for 600 2>>"$dir/log" &
    last=$!
    pids="$pids $last"
    n=$((n + 1))
done
echo "# $n kills before the end"
tap_ok "a worker finishes what others were killed at" wait_for 60 done state killed
tap_kill TERM $last
wait $last 2>/dev/null
tap_is "the records are those of an undisturbed run" "$(tables killed)" "$calm"
tap_is "the ledger too" "$(ledger killed)" "$(ledger calm)"

# The database goes away and comes back.
start away
wait_for 30 running state away
nap 200 400
data=$dir/pg/data bin=$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -1)
as=""
[ "$(id -u)" != 0 ] || as="setpriv --reuid=postgres --regid=postgres --init-groups"
(cd / && $as "$bin/pg_ctl" -D "$data" -m immediate restart -w -l "$dir/pg/log" >/dev/null 2>&1)
echo "# after the restart: $(state away)"
"$batch" tick --for 600 2>>"$dir/log" &
last=$!
pids="$pids $last"
owner "UPDATE job SET lease_until = least(lease_until, now() + interval '2 seconds') WHERE state = 'running'" >/dev/null
tap_ok "an import goes on after the database was restarted" wait_for 60 done state away
tap_is "and ends as if nothing had been" "$(tables away)" "$calm"
tap_is "with the same ledger" "$(ledger away)" "$(ledger calm)"
tap_kill TERM $last
wait $last 2>/dev/null

# Two people, one file, one moment.
start twice
start twice
wait_for 60 "2 done" owner "SELECT count(*) || ' ' || min(state) FROM import i JOIN tenant t USING (tenant_id) WHERE t.slug = 'twice' AND state = 'done'"
tap_is "two imports of one file at once make each contact once" "$(tables twice)" "$calm"
wait
tap_done
