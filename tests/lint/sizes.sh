#!/bin/sh
# Files up to 800 lines, functions up to 100, folders up to 30 files.
. "$(dirname "$0")/lint.sh"

files 'src/*.[ch]' 'tests/*.[ch]' 'tests/*.sh' 'tests/*.js' 'nginx/*' 'sql/*.sql' 'templates/*.cs' 'static/app.js' |
    grep -vE '^(tests/support/corpus|sql/seed|sql/schema)' | while read -r file; do
    lines=$(wc -l <"$file")
    [ "$lines" -le 800 ] || echo "$file: $lines lines"
done | tap_none "no file is longer than 800 lines"

awk 'FNR == 1 { from = 0 }
    /^{/ { from = FNR }
    /^}/ && from { if (FNR - from - 1 > 100) print FILENAME ":" from ": " FNR - from - 1 " lines"; from = 0 }' \
    $(files 'src/*.[ch]' 'tests/*.[ch]') | tap_none "no function is longer than 100 lines"

# base holds one stem per library, stages and queries one file per thing.
files 'src/*' 'templates/*' 'nginx/*' 'tests/*' | grep -v '^src/domain/pipeline/stage' | sed 's|/[^/]*$||' | sort | uniq -c |
    awk '$1 > 30 && $2 !~ /^(src|tests)\/base$|fuzz(\/|$)|support\/|\/corpus/ { print $2 ": " $1 " files" }' |
    tap_none "no folder has more than 30 files"
tap_done
