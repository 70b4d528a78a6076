#!/bin/sh
# Every source file has its test, under the same path: src/x/y.c and tests/x/test_y.c (or y.sh,
# for a command). Files that another test covers stand in untested.tsv: file, that test, why.
. "$(dirname "$0")/lint.sh"

files 'src/*.c' | while read -r file; do
    stem=$(basename "$file" .c)
    folder=$(dirname "${file#src/}")
    [ -f "tests/$folder/test_$stem.c" ] || [ -f "tests/$folder/$stem.sh" ] || listed tests/lint/untested.tsv "$file" || echo "$file"
done | tap_none "every source file has its test"

grep -v '^#' tests/lint/untested.tsv | while IFS="$(printf '\t')" read -r file test reason; do
    [ -f "$file" ] || echo "$file is gone"
    [ -f "$test" ] || echo "$file: no $test"
    [ -n "$reason" ] || echo "$file: no reason"
    stem=$(basename "$file" .c)
    folder=tests/$(dirname "${file#src/}")
    [ ! -f "$folder/test_$stem.c" ] && [ ! -f "$folder/$stem.sh" ] || echo "$file has a test: leave it out here"
done | tap_none "untested.tsv is right"

files 'src/*.[ch]' | while read -r file; do
    head -1 "$file" | grep -q '^/\*' || echo "$file"
done | tap_none "every file says in its first lines what it is for"

# A test that no list names would never run.
files 'tests/base/test_*.c' 'tests/domain/*.c' 'tests/web/test_*.c' 'tests/batch/test_*.c' | while read -r file; do
    grep -qE "(^|[[:space:]])${file%.c}([[:space:]]|\$)" tests/sources.mk || echo "$file"
done | tap_none "every test stands in tests/sources.mk"
tap_done
