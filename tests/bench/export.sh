#!/bin/sh
# Export of ROWS contacts in twelve columns, three of them their company's, as CSV and as XLSX, beside
# psql's own COPY ... CSV of the same query, which finds no names, writes no labels and guards no cells.
# A second workspace of the same size stands beside. Wanted on four idle cores: CSV >= 300,000 rows/s,
# XLSX >= 60,000 rows/s; anywhere: CSV at 0.7 of psql's rate, XLSX at 0.15, and memory that does not grow
# with the rows but for the ids.
# Needs build/ (or LEADGEN_BUILDDIR). ROUNDS (3): the median counts.
set -eu
here=$(cd "$(dirname "$0")/../.." && pwd)
batch=${LEADGEN_BUILDDIR:-$here/build}/leadgen-batch
rows=${ROWS:-1000000} rounds=${ROUNDS:-3}
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

echo "cores: $(nproc); rows: $rows; $(sql -c 'SHOW server_version' | tr -d ' ')"
"$batch" migrate >/dev/null
for slug in bench beside; do
    "$batch" tenant add $slug --name Bench >/dev/null
    tenant=$(sql -c "SELECT tenant_id FROM tenant WHERE slug = '$slug'" | tr -d ' ')
    sql -v tenant="$tenant" -v companies=$((rows / 5)) -v contacts="$rows" -f "$here/tests/bench/support/records.sql" >/dev/null
    [ $slug = beside ] || bench=$tenant
done
# What matches is read from the columns of a large workspace, as in life.
"$batch" run snapshots >/dev/null
sql -c CHECKPOINT
columns=first_name,last_name,job_title,email,source,company.name,company.domain,company.city,tag_ids,class.seniority,quality,created_at
copy="COPY (SELECT c.first_name, c.last_name, c.job_title, c.email, c.source, o.name, o.domain, o.city, c.tag_ids, c.codes[1],
    c.codes[7], c.created_at AT TIME ZONE 'UTC'
    FROM contact c LEFT JOIN company o USING (tenant_id, company_id) WHERE c.deleted_at IS NULL) TO STDOUT (FORMAT csv, HEADER)"

# run NAME COMMAND...: seconds, of which at work, and kB into $dir/NAME
run() {
    name=$1
    shift
    start=$(now)
    /usr/bin/time -f '%U %M' -o "$dir/used" "$@" >"$dir/said"
    echo "$(since "$start") $(cat "$dir/used")" >>"$dir/$name"
}
round=0
while [ $round -lt "$rounds" ]; do
    round=$((round + 1))
    start=$(now)
    psql -Xq "$LEADGEN_BATCH_DSN" -v ON_ERROR_STOP=1 >"$dir/copy.csv" <<END
BEGIN;
\\o /dev/null
SELECT app.enter($bench, NULL);
\\o
$(echo "$copy" | tr '\n' ' ');
COMMIT;
END
    echo "$(since "$start") 0" >>"$dir/copy"
    run csv "$batch" export --tenant bench --entity contact --columns "$columns" --json --output "$dir/a.csv"
    grep -q "\"rows\":$rows," "$dir/said" || { cat "$dir/said"; exit 1; }
    run xlsx "$batch" export --tenant bench --entity contact --columns "$columns" --json --format xlsx --output "$dir/a.xlsx"
done
# Memory: without the mapped columns, which all processes share, of all rows and of a few.
export LEADGEN_SNAPSHOTS="$dir/none"
run all "$batch" export --tenant bench --entity contact --columns "$columns" --json --output "$dir/b.csv"
run small "$batch" export --tenant bench --entity contact --columns "$columns" --json --filter 'title=brand head&q=annaka' --output "$dir/b.csv"

median() { sort -n "$dir/$1" | sed -n "$(((rounds + 1) / 2))p"; }
ls -l "$dir/copy.csv" "$dir/a.csv" "$dir/a.xlsx" | awk '{ printf "%-12s %8.1f MB\n", $NF, $5 / 1048576 }' | sed 's|/.*/||'
echo "$(median copy | cut -d' ' -f1) $(median csv) $(median xlsx) $(cat "$dir/all") $(cat "$dir/small") $rows" | awk '{
    n = $14
    printf "psql COPY CSV %8.2f s  %8.0f rows/s\n", $1, n / $1
    printf "export CSV    %8.2f s  %8.0f rows/s  at work itself %.2f s (wanted >= 300,000)\n", $2, n / $2, $3
    printf "export XLSX   %8.2f s  %8.0f rows/s  at work itself %.2f s (wanted >= 60,000)\n", $5, n / $5, $6
    printf "VmHWM         %8.1f MB; of a few rows %.1f MB (wanted: at most 24 MB and 60 bytes a row more)\n", $10 / 1024, $13 / 1024
    printf "ratio to psql %8.2f CSV (wanted >= 0.70)  %.2f XLSX (wanted >= 0.15)\n", $1 / $2, $1 / $5
    exit !($1 / $2 >= 0.7 && $1 / $5 >= 0.15 && $10 * 1024 < $13 * 1024 + 24 * 1048576 + 60 * n)
}'
