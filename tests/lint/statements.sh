#!/bin/sh
# SQL: one statement per file, with its purpose and parameters; every one is used.
. "$(dirname "$0")/lint.sh"

all=$(files 'sql/queries/*.sql')
awk 'FNR == 1 && !/^-- (unprepared: )?........../ { print FILENAME }' $all /dev/null |
    tap_none "every statement says in its first line what it is for"
awk -f "$lint_dir/statements.awk" $all /dev/null |
    tap_none "every parameter has a line with its name and type"
files 'sql/queries/*.sql' | sed 's|.*/||' | sort | uniq -d | tap_none "no name is taken twice"
used=$(mktemp)
grep -rhoE 'SQL_[A-Z0-9_]+' src | sort -u >"$used"
for file in $all; do
    echo "SQL_$(basename "$file" .sql)" | tr '[:lower:]' '[:upper:]' | grep -qxFf "$used" || echo "$file"
done | tap_none "every statement is used"
rm -f "$used"
grep -nE '(^|[^[:alnum:]_.])(SELECT|select)[[:space:]]+\*' $(files 'sql/queries/*.sql') /dev/null |
    grep -vE '\* FROM unnest\(' | tap_none "columns are named"
grep -nE '"[^"]*\b(SELECT [a-z]|INSERT INTO|DELETE FROM|UPDATE [a-z_]+ SET)' $(files 'src/*.c') /dev/null |
    grep -vE '^src/domain/(query/|order/order_sql|export/record_export_source)' | tap_none "no SQL text in C"
tap_done
