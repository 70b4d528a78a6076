#!/bin/sh
# sql/schema.sql is what the migrations make, so that a review shows the result. After a change:
#   UPDATE_SCHEMA=1 sh tests/sql/schema.sh   (with the environment of a test cluster)
. "$LEADGEN_SRCDIR/tests/support/tap.sh"
[ -n "${LEADGEN_TEST_SOCK:-}" ] || tap_leave "LEADGEN_TEST_SOCK is not set: the schema is not compared"
eval "$(sh "$LEADGEN_SRCDIR/tests/support/cluster" database "schema_$$")"
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
# Partitions of months come and go; versions and comments of the tool are not ours.
pg_dump --schema-only --no-comments -T 'public.*_20??_??' -d "$LEADGEN_OWNER_DSN" |
    grep -vE '^(--|SET |SELECT pg_catalog|\\(un)?restrict)' | cat -s >"$dir/schema.sql"
[ -z "${UPDATE_SCHEMA:-}" ] || cp "$dir/schema.sql" "$LEADGEN_SRCDIR/sql/schema.sql"
diff "$LEADGEN_SRCDIR/sql/schema.sql" "$dir/schema.sql" | tap_none "sql/schema.sql is what the migrations make"
tap_done
