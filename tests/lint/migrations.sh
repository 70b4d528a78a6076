#!/bin/sh
# Migrations keep pages running: what locks a table for long, or rewrites it, is for tables that the
# same file makes. Backfills are batched tasks, indexes on tables that exist NNNN_x.concurrent.sql.
. "$(dirname "$0")/lint.sh"

files 'sql/migrations/*' | grep -vE '^sql/migrations/[0-9]{4}_[a-z0-9_]+(\.concurrent)?\.sql$' |
    tap_none "names are NNNN_what.sql or NNNN_what.concurrent.sql"
files 'sql/migrations/*.sql' | sed 's|.*/||' | cut -c 1-4 | uniq -d | tap_none "no number is taken twice"
files 'sql/migrations/*.sql' | grep -v concurrent | while read -r file; do
    awk -f "$lint_dir/migrations.awk" "$file"
done | tap_none "no statement locks or rewrites a table that exists"
files 'sql/migrations/*.concurrent.sql' | while read -r file; do
    [ "$(grep -v '^ *--' "$file" | grep -c ';')" -le 1 ] || echo "$file: more than one statement"
    grep -q CONCURRENTLY "$file" || echo "$file: not concurrent"
    grep -q 'IF NOT EXISTS\|IF EXISTS' "$file" || echo "$file: cannot run again"
done | tap_none "a concurrent migration is one statement that can run again"
tap_done
