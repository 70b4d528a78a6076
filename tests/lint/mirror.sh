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

# A test that no list names would never run. What tests/run calls by itself stands there.
files 'tests/base/test_*.c' 'tests/domain/*/test_*.c' 'tests/web/test_*.c' 'tests/fuzz/fuzz_*.c' | sed 's/\.c$//' |
    while read -r test; do
        grep -qE "^check_PROGRAMS \+= $test\$" tests/sources.mk || echo "$test"
    done | tap_none "every test program stands in tests/sources.mk, on a line of its own"
files 'tests/lint/*.sh' 'tests/sql/*.sh' 'tests/batch/*.sh' | grep -v '/lint\.sh$' | while read -r test; do
    grep -qE "^TESTS \+= $test\$" tests/sources.mk || grep -qF "$test" tests/run || echo "$test"
done | tap_none "and every script"

tap_done
