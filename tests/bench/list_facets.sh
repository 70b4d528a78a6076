#!/bin/sh
# What a list page asks at CONTACTS contacts and COMPANIES companies, a second tenant of the same size
# beside: page, exact total and all facets over a published mix of filters (1-6 dimensions, a third with
# a search), by 1, 4 and 8 clients while 50 edits a second run; the facets alone; the same by plain SQL.
# Wanted on 4 idle cores: facets alone p95 <= 5 ms, all of it p95 <= 30 ms with 4 clients. Needs build/.
set -eu
here=$(cd "$(dirname "$0")/../.." && pwd)
build=${LEADGEN_BUILDDIR:-$here/build}
contacts=${CONTACTS:-1000000} companies=${COMPANIES:-200000} seconds=${SECONDS_EACH:-15}
dir=$(mktemp -d /tmp/leadgen-bench.XXXXXX)
chmod 755 "$dir"
trap 'sh "$here/tests/support/cluster" stop "$dir/pg"; rm -rf "$dir"' EXIT
mkdir -m 755 "$dir/pg" "$dir/snapshots"
CLUSTER_BUFFERS=2GB sh "$here/tests/support/cluster" start "$dir/pg" >"$dir/env"
. "$dir/env"
export LEADGEN_SRCDIR="$here" LEADGEN_SNAPSHOTS="$dir/snapshots"
sql() { psql -Xqt -h "$LEADGEN_TEST_SOCK" -U postgres -d leadgen -v ON_ERROR_STOP=1 "$@"; }
make -s -C "$build" tests/bench/list_facets
"$build/leadgen-batch" migrate >/dev/null
for slug in large beside; do
    "$build/leadgen-batch" tenant add $slug --name "$slug" >/dev/null
    tenant=$(sql -c "SELECT tenant_id FROM tenant WHERE slug = '$slug'" | tr -d ' ')
    sql -v tenant="$tenant" -v companies="$companies" -v contacts="$contacts" -f "$here/tests/bench/support/records.sql" >/dev/null
    "$build/tests/bench/list_facets" "$tenant" 0 0 0 build
done
large=$(sql -c "SELECT tenant_id FROM tenant WHERE slug = 'large'" | tr -d ' ')
echo "cores: $(nproc); contacts: $contacts; file: $(du -m "$dir/snapshots/$large.snap" | cut -f 1) MB"
ask() { "$build/tests/bench/list_facets" "$large" "$seconds" "$@"; }
ask 1 0 facets
ask 8 50 facets
ask 1 50 all
ask 4 50 all
ask 8 50 all
ask 1 0 sql
