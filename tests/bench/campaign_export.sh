#!/bin/sh
# Lemlist export of a campaign of PEOPLE contacts with three approved messages each, beside psql's own
# COPY ... CSV of the same texts, which pivots nothing, asks no gate and guards no cells. One suppressed
# domain, so that the gate is asked about every address. Wanted on four idle cores: >= 100,000
# messages/s; anywhere: 0.5 of psql's rate, and memory that does not grow with the people but for the ids.
# Needs build/ (or LEADGEN_BUILDDIR). ROUNDS (3): the median counts.
set -eu
here=$(cd "$(dirname "$0")/../.." && pwd)
batch=${LEADGEN_BUILDDIR:-$here/build}/leadgen-batch
people=${PEOPLE:-100000} rounds=${ROUNDS:-3}
dir=$(mktemp -d /tmp/leadgen-bench.XXXXXX)
chmod 755 "$dir"
trap 'sh "$here/tests/support/cluster" stop "$dir/pg"; rm -rf "$dir"' EXIT
mkdir -m 755 "$dir/pg" "$dir/files"
CLUSTER_BUFFERS=1GB sh "$here/tests/support/cluster" start "$dir/pg" >"$dir/env"
. "$dir/env"
export LEADGEN_FILES="$dir/files" LEADGEN_SRCDIR="$here"
sql() { psql -Xqt -h "$LEADGEN_TEST_SOCK" -U postgres -d leadgen -v ON_ERROR_STOP=1 "$@"; }
now() { date +%s.%N; }
since() { echo "$(now) $1" | awk '{print $1 - $2}'; }

echo "cores: $(nproc); people: $people; $(sql -c 'SHOW server_version' | tr -d ' ')"
"$batch" migrate >/dev/null
"$batch" tenant add bench --name Bench >/dev/null
tenant=$(sql -c "SELECT tenant_id FROM tenant WHERE slug = 'bench'" | tr -d ' ')
sql -v tenant="$tenant" -v companies=$((people / 5)) -v contacts="$people" -f "$here/tests/bench/support/records.sql" >/dev/null
sql -c "INSERT INTO suppression (tenant_id, kind, value, reason) VALUES ($tenant, 'domain', 'nobody.example', 'asked')"
small=$(sql -v tenant="$tenant" -v people=1000 -f "$here/tests/bench/support/campaign_export.sql" | tr -d ' \n')
large=$(sql -v tenant="$tenant" -v people="$people" -f "$here/tests/bench/support/campaign_export.sql" | tr -d ' \n')
sql -c 'VACUUM ANALYZE' -c CHECKPOINT

# run NAME CAMPAIGN: seconds, of which at work, and kB into $dir/NAME
run() {
    start=$(now)
    /usr/bin/time -f '%U %M' -o "$dir/used" "$batch" campaign export --tenant bench --id "$2" --format lemlist --json \
        --output "$dir/a.csv" >"$dir/said"
    echo "$(since "$start") $(cat "$dir/used")" >>"$dir/$1"
}
round=0
while [ $round -lt "$rounds" ]; do
    round=$((round + 1))
    start=$(now)
    sql -c "COPY (SELECT c.email, c.first_name, c.last_name, o.name, v.subject, v.body FROM message m
        JOIN message_version v USING (tenant_id, message_id) JOIN contact c USING (tenant_id, contact_id)
        LEFT JOIN company o USING (tenant_id, company_id)
        WHERE m.tenant_id = $tenant AND m.campaign_id = $large) TO STDOUT (FORMAT csv)" >"$dir/copy.csv"
    echo "$(since "$start")" >>"$dir/copy"
    run large "$large"
done
run small "$small"
cat "$dir/said"
messages=$(sql -c "SELECT count(*) FROM message WHERE campaign_id = $large" | tr -d ' ')
median() { sort -n "$dir/$1" | sed -n "$(((rounds + 1) / 2))p"; }
echo "$(median copy) $(median large) $(cat "$dir/small") $messages $people" | awk '{
    printf "psql COPY CSV %8.2f s  %8.0f messages/s\n", $1, $8 / $1
    printf "Lemlist       %8.2f s  %8.0f messages/s  at work itself %.2f s (wanted >= 100,000)\n", $2, $8 / $2, $3
    printf "VmHWM         %8.1f MB; of a thousand people %.1f MB (wanted: at most 16 MB and 60 bytes a person more)\n", $4 / 1024, $7 / 1024
    printf "ratio to psql %8.2f (wanted >= 0.50)\n", $1 / $2
    exit !($1 / $2 >= 0.5 && $4 * 1024 < $7 * 1024 + 16 * 1048576 + 60 * $9)
}'
