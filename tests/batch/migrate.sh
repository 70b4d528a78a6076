#!/bin/sh
# leadgen-batch migrate: in order, once, all or nothing, two at the same time.
. "$LEADGEN_SRCDIR/tests/support/tap.sh"
[ -n "${LEADGEN_TEST_SOCK:-}" ] || tap_leave "LEADGEN_TEST_SOCK is not set: migrations are left out"
eval "$(sh "$LEADGEN_SRCDIR/tests/support/cluster" database "migrate_$$")"
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
mkdir -p "$dir/sql"
cp -r "$LEADGEN_SRCDIR/sql/migrations" "$dir/sql"
migrate() { LEADGEN_SRCDIR=$dir "$LEADGEN_BUILDDIR/leadgen-batch" migrate 2>"$dir/err"; }
sql() { psql -qXAt "$LEADGEN_OWNER_DSN" -c "$1"; }

tap_is "a database that is up to date is left alone" "$(migrate)" ""
echo "CREATE TABLE later (n integer); INSERT INTO later VALUES (1);" >"$dir/sql/migrations/9001_later.sql"
echo "CREATE INDEX CONCURRENTLY IF NOT EXISTS later_n ON later (n)" >"$dir/sql/migrations/9002_later.concurrent.sql"
migrate >"$dir/first" &
migrate >"$dir/second"
wait
tap_is "two at the same time apply each migration once" "$(sort "$dir/first" "$dir/second")" \
    "applied 9001_later.sql
applied 9002_later.concurrent.sql"
tap_is "what is in it has happened once" "$(sql 'SELECT count(*) FROM later')" 1
tap_is "a concurrent one too" "$(sql "SELECT count(*) FROM pg_indexes WHERE indexname = 'later_n'")" 1

echo "INSERT INTO later VALUES (2); SELECT 1 / 0;" >"$dir/sql/migrations/9003_bad.sql"
echo "INSERT INTO later VALUES (3);" >"$dir/sql/migrations/9004_after.sql"
migrate >"$dir/out"
tap_ok "a migration that fails ends with an error" [ $? != 0 ]
tap_ok "which names it" grep -q 9003_bad.sql "$dir/err"
tap_is "and leaves nothing behind, nor goes on" "$(sql 'SELECT count(*) FROM later')" 1
echo "INSERT INTO later VALUES (2);" >"$dir/sql/migrations/9003_bad.sql"
migrate >"$dir/out"
tap_is "mended, it goes on from there" "$(sql 'SELECT array_agg(n ORDER BY n) FROM later')" "{1,2,3}"
tap_is "the table of migrations is complete" "$(sql 'SELECT count(*) FROM migration')" \
    "$(ls "$dir"/sql/migrations/*.sql | wc -l | tr -d ' ')"
tap_done
