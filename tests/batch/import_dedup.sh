#!/bin/sh
# Deduplication on lists of others whose truth is known: which rows the import took for one record,
# against the column that says so. Wanted is above all that no two people become one.
. "$LEADGEN_SRCDIR/tests/support/tap.sh"
[ -n "${LEADGEN_TEST_SOCK:-}" ] || tap_leave "LEADGEN_TEST_SOCK is not set: deduplication is left out"
[ -d "${LEADGEN_TEST_DATA:-/nowhere}" ] || tap_leave "LEADGEN_TEST_DATA is not set: deduplication is left out"
eval "$(sh "$LEADGEN_SRCDIR/tests/support/cluster" database "dedup_$$")"
batch=$LEADGEN_BUILDDIR/leadgen-batch
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
export LEADGEN_FILES="$dir"
# owner SQL: one value, as the owner of all
owner() { psql -qXAt -v ON_ERROR_STOP=1 "$LEADGEN_OWNER_DSN" -c "$1"; }

# measure NAME FILE TRUTH PRECISION RECALL: TRUTH takes who a row is about out of its raw text; floors
# in thousandths
measure() {
    "$batch" tenant add "$1" --name "$1" >/dev/null
    timeout 60 "$batch" import "$2" --tenant "$1" --entity contact --json >"$dir/first" 2>&1
    tap_is "$1 is imported" $? 0
    timeout 60 "$batch" import "$2" --tenant "$1" --entity contact --json >"$dir/second" 2>&1
    again=$(sed -n 's/.*"created":\([0-9]*\).*/\1/p' "$dir/second")
    # somebody of whom nothing but the name is known is never taken for a namesake; one of febrl's was born
    # on a day that no calendar has
    tap_ok "$1 creates at most three the second time: people with no second fact" [ "$again" -le 3 ]
    set -- "$1" $(owner "WITH rows AS (
            SELECT row_no, contact_id, substring(raw FROM '$3') AS who FROM import_row
            JOIN tenant USING (tenant_id) WHERE slug = '$1' AND phase = 1
              AND import_id = (SELECT min(import_id) FROM import JOIN tenant USING (tenant_id) WHERE slug = '$1')),
        pairs AS (SELECT a.who = b.who AS truth, coalesce(a.contact_id = b.contact_id, false) AS said
            FROM rows a JOIN rows b ON a.row_no < b.row_no AND (a.who = b.who OR a.contact_id = b.contact_id))
        SELECT count(*) FILTER (WHERE truth AND said) * 1000 / greatest(count(*) FILTER (WHERE said), 1) || ' ' ||
            count(*) FILTER (WHERE truth AND said) * 1000 / greatest(count(*) FILTER (WHERE truth), 1)
        FROM pairs") "$4" "$5"
    echo "# $1: precision $2, recall $3 of a thousand"
    tap_ok "$1: precision is at least $4" [ "$2" -ge "$4" ]
    tap_ok "$1: recall is at least $5" [ "$3" -ge "$5" ]
}
measure splink "$LEADGEN_TEST_DATA/dedup-splink-fake1000/fake_1000.csv" ',([0-9]+)$' 995 350
measure febrl "$LEADGEN_TEST_DATA/dedup-febrl/dataset1.csv" '^rec-([0-9]+)-' 995 440
tap_done
