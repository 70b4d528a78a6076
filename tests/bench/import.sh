#!/bin/sh
# Import of ROWS contacts (10 columns) with exact deduplication against ROWS existing ones, ledger and
# change log written, beside a bare COPY of the same records into the same indexed tables.
# Fails below a ratio of 0.4 (COPY time scaled to all rows) or above 64 MB of memory in our process. Needs build/ (or LEADGEN_BUILDDIR).
set -eu
here=$(cd "$(dirname "$0")/../.." && pwd)
batch=${LEADGEN_BUILDDIR:-$here/build}/leadgen-batch
rows=${ROWS:-1000000}
dir=$(mktemp -d /tmp/leadgen-bench.XXXXXX)
chmod 755 "$dir"
trap 'sh "$here/tests/support/cluster" stop "$dir/pg"; rm -rf "$dir"' EXIT
mkdir -m 755 "$dir/pg" "$dir/files"
CLUSTER_BUFFERS=1GB CLUSTER_FSYNC=on sh "$here/tests/support/cluster" start "$dir/pg" >"$dir/env"
. "$dir/env"
export LEADGEN_FILES="$dir/files" LEADGEN_SRCDIR="$here"
sql() { psql -Xqt -h "$LEADGEN_TEST_SOCK" -U postgres -d leadgen -v ON_ERROR_STOP=1 "$@"; }
now() { date +%s.%N; }
. "$here/tests/bench/people.sh"

echo "cores: $(nproc); rows: $rows; $(sql -c 'SHOW server_version' | tr -d ' ')"
"$batch" migrate >/dev/null
"$batch" tenant add bench --name Bench >/dev/null
people 0 "$rows" >"$dir/existing.csv"
people $((rows * 9 / 10)) $((rows * 19 / 10)) >"$dir/new.csv"
"$batch" import "$dir/existing.csv" --tenant bench --entity contact >/dev/null
sql -c 'VACUUM (ANALYZE) company, contact'
sql -c CHECKPOINT

start=$(now)
/usr/bin/time -f '%M' -o "$dir/memory" "$batch" import "$dir/new.csv" --tenant bench --entity contact --json >"$dir/result"
import=$(echo "$(now) $start" | awk '{print $1 - $2}')
cat "$dir/result" | cut -c1-120

# The same records for another tenant, in two files, then a bare COPY of both.
other=$(sql -c "INSERT INTO tenant (slug, name) VALUES ('bare', 'Bare') RETURNING tenant_id" | tr -d ' ')
mine=$(sql -c "SELECT tenant_id FROM tenant WHERE slug = 'bench'" | tr -d ' ')
set_id=$(sql -c "SELECT max(change_set_id) FROM change_set WHERE tenant_id = $mine" | tr -d ' ')
made() { echo "SELECT record_id FROM change WHERE tenant_id = $mine AND change_set_id = $set_id AND entity = $1 AND kind = 'c'"; }
sql -c "CREATE TABLE bare_company AS SELECT * FROM company WHERE tenant_id = $mine AND company_id IN ($(made 1))" \
    -c "CREATE TABLE bare_contact AS SELECT * FROM contact WHERE tenant_id = $mine AND contact_id IN ($(made 2))" \
    -c "UPDATE bare_company SET tenant_id = $other" \
    -c "UPDATE bare_contact SET tenant_id = $other, company_id = CASE WHEN company_id IN (SELECT company_id FROM bare_company) THEN company_id END" \
    -c "COPY bare_company TO '$dir/pg/company'" -c "COPY bare_contact TO '$dir/pg/contact'" \
    -c 'DROP TABLE bare_company, bare_contact' -c CHECKPOINT
start=$(now)
sql -c "COPY company FROM '$dir/pg/company'" -c "COPY contact FROM '$dir/pg/contact'"
copy=$(echo "$(now) $start" | awk '{print $1 - $2}')

awk -v i="$import" -v c="$copy" -v n="$rows" -v m="$(cat "$dir/memory")" 'BEGIN {
    printf "import        %8.1f s  %8.0f rows/s  VmHWM %.1f MB\n", i, n / i, m / 1024
    printf "bare COPY     %8.1f s  %8.0f rows/s (the nine tenths that are new)\n", c, 0.9 * n / c
    printf "ratio         %8.2f  (wanted >= 0.40; COPY time scaled to all rows: %.2f)\n", c / i, c / 0.9 / i
    exit !(c / 0.9 / i >= 0.4 && m <= 65536)
}'
