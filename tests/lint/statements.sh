#!/bin/sh
# SQL: one statement per file, with its purpose and parameters; every one is used.
. "$(dirname "$0")/lint.sh"

files 'sql/queries/*.sql' | while read -r file; do
    head -1 "$file" | grep -qE '^-- (unprepared: )?.{10,}' || echo "$file"
done | tap_none "every statement says in its first line what it is for"
files 'sql/queries/*.sql' | while read -r file; do
    grep -v '^ *--' "$file" | grep -oE '\$[0-9]+' | sort -u | while read -r parameter; do
        grep -qE "^ *-- .*\\$parameter[ .][.A-Za-z]+" "$file" || grep -qE '^ *-- .*\$[0-9]+\.\.\. ' "$file" || echo "$file: $parameter"
    done
done | tap_none "every parameter has a line with its name and type"
files 'sql/queries/*.sql' | sed 's|.*/||' | sort | uniq -d | tap_none "no name is taken twice"
files 'sql/queries/*.sql' | while read -r file; do
    name=$(basename "$file" .sql | tr '[:lower:]' '[:upper:]')
    grep -rqE "SQL_$name\b" src || echo "$file"
done | tap_none "every statement is used"
grep -nE '(^|[^[:alnum:]_.])(SELECT|select)[[:space:]]+\*' $(files 'sql/queries/*.sql') /dev/null |
    grep -vE '\* FROM unnest\(' | tap_none "columns are named"
grep -nE '"[^"]*\b(SELECT [a-z]|INSERT INTO|DELETE FROM|UPDATE [a-z_]+ SET)' $(files 'src/*.c') /dev/null |
    grep -vE '^src/domain/record/record_list' | tap_none "no SQL text in C"
tap_done
