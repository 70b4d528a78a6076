#!/bin/sh
# Export of ROWS contacts in twelve columns, three of them their company's, as CSV and as XLSX, beside
# psql's own COPY ... CSV of the same query, which renders no labels and guards no cells. A second
# workspace of the same size stands beside. Wanted: CSV >= 300,000 rows/s, XLSX >= 60,000 rows/s, and
# memory that does not grow with the rows but for eight bytes of each id.
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
. "$here/tests/bench/people.sh"

echo "cores: $(nproc); rows: $rows; $(sql -c 'SHOW server_version' | tr -d ' ')"
"$batch" migrate >/dev/null
people 0 "$rows" >"$dir/people.csv"
for slug in bench beside; do
    "$batch" tenant add $slug --name Bench >/dev/null
    "$batch" import "$dir/people.csv" --tenant $slug --entity contact >/dev/null
done
sql -c 'VACUUM (ANALYZE) company, contact' -c CHECKPOINT
tenant=$(sql -c "SELECT tenant_id FROM tenant WHERE slug = 'bench'" | tr -d ' ')
columns=first_name,last_name,job_title,email,phone,linkedin_url,city,country,company.name,company.domain,company.website_url,created_at
copy="COPY (SELECT c.first_name, c.last_name, c.job_title, c.email, c.phone, c.linkedin_url, c.city, c.country,
    o.name, o.domain, o.website_url, c.created_at AT TIME ZONE 'UTC'
    FROM contact c LEFT JOIN company o USING (tenant_id, company_id) WHERE c.deleted_at IS NULL) TO STDOUT (FORMAT csv, HEADER)"

# run NAME COMMAND...: seconds and kB into $dir/NAME
run() {
    name=$1
    shift
    start=$(now)
    /usr/bin/time -f '%M' -o "$dir/memory" "$@" >"$dir/said"
    echo "$(since "$start") $(cat "$dir/memory")" >>"$dir/$name"
}
round=0
while [ $round -lt "$rounds" ]; do
    round=$((round + 1))
    start=$(now)
    psql -Xq "$LEADGEN_BATCH_DSN" -v ON_ERROR_STOP=1 >"$dir/copy.csv" <<END
BEGIN;
\\o /dev/null
SELECT app.enter($tenant, NULL);
\\o
$(echo "$copy" | tr '\n' ' ');
COMMIT;
END
    echo "$(since "$start") 0" >>"$dir/copy"
    run csv "$batch" export --tenant bench --entity contact --columns "$columns" --json --output "$dir/a.csv"
    grep -q "\"rows\":$rows," "$dir/said" || { cat "$dir/said"; exit 1; }
    run xlsx "$batch" export --tenant bench --entity contact --columns "$columns" --json --format xlsx --output "$dir/a.xlsx"
done
# A few rows: what memory is without them.
run small "$batch" export --tenant bench --entity contact --columns "$columns" --json --filter 'title=founder&q=anna' --output "$dir/b.csv"

median() { sort -n "$dir/$1" | sed -n "$(((rounds + 1) / 2))p"; }
ls -l "$dir/copy.csv" "$dir/a.csv" "$dir/a.xlsx" | awk '{ printf "%-12s %8.1f MB\n", $NF, $5 / 1048576 }' | sed 's|/.*/||'
echo "$(median copy | cut -d' ' -f1) $(median csv) $(median xlsx) $(cat "$dir/small") $rows" | awk '{
    n = $8
    printf "psql COPY CSV %8.2f s  %8.0f rows/s\n", $1, n / $1
    printf "export CSV    %8.2f s  %8.0f rows/s  VmHWM %5.1f MB (wanted >= 300,000)\n", $2, n / $2, $3 / 1024
    printf "export XLSX   %8.2f s  %8.0f rows/s  VmHWM %5.1f MB (wanted >= 60,000)\n", $4, n / $4, $5 / 1024
    printf "few rows      VmHWM %5.1f MB\n", $7 / 1024
    printf "ratio         %8.2f  CSV to psql COPY\n", $1 / $2
    exit !(n / $2 >= 300000 && n / $4 >= 60000)
}'
