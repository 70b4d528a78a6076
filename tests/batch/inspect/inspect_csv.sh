#!/bin/sh
# leadgen-batch inspect csv: what it prints, how it ends, and suites of files that others wrote.
. "$LEADGEN_SRCDIR/tests/support/tap.sh"
batch=$LEADGEN_BUILDDIR/leadgen-batch
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT

inspect() { "$batch" inspect csv "$@" 2>"$dir/err"; }

printf 'Notes:\r\n"a, b"\r\n\r\nname;n;day\r\n"Nov\303\241k; Jan";1;2024-01-01\r\nEva;2;2024-01-02\r\n' >"$dir/a.csv"
tap_is "the table is described in one JSON object" "$(inspect "$dir/a.csv" | sed 's/,"entity".*//')" \
    '{"encoding":"UTF-8","bom":false,"delimiter":";","quote":"\"","escape":"\"","newline":"\r\n","preamble_lines":3,"header_rows":1,"header":["name","n","day"],"columns":3,"rows":2,"problem_count":0,"problems":[]'
tap_is "--rows writes the table as RFC 4180" "$(inspect "$dir/a.csv" --rows)" \
    "$(printf 'name,n,day\nNov\303\241k; Jan,1,2024-01-01\nEva,2,2024-01-02')"

printf 'a,b\n1,2,3\n' >"$dir/b.csv"
inspect "$dir/b.csv" --rows >"$dir/out"
tap_is "a bad row ends well" $? 0
tap_is "and is told" "$(cat "$dir/err")" "line 2: 3 cells where the table has 2 columns"

: >"$dir/empty.csv"
inspect "$dir/empty.csv" >"$dir/out"
tap_is "an empty file is bad input" $? 65
tap_is "and is said to be empty" "$(grep -c "The file is empty" "$dir/err")" 1
printf '\211PNG\r\n\032\n' >"$dir/image.csv"
inspect "$dir/image.csv" >"$dir/out"
tap_is "an image is bad input" $? 65
tap_is "and is called one" "$(grep -c "This is a PNG image" "$dir/err")" 1
inspect "$dir/none.csv" >"$dir/out"
tap_is "a missing file ends with its code" $? 66
inspect "$dir/a.csv" --nonsense >"$dir/out"
tap_is "an unknown option ends with a message" "$?.$(wc -l <"$dir/err")" 65.1
"$batch" inspect nonsense "$dir/a.csv" 2>"$dir/err"
tap_is "an unknown kind ends with the usage" $? 64

data=${LEADGEN_TEST_DATA:-}
if [ -z "$data" ] || [ ! -d "$data/csv-pollock" ]; then
    echo "# LEFT OUT: LEADGEN_TEST_DATA is not set, so the suites of others do not run"
elif ! command -v python3 >/dev/null; then
    echo "# LEFT OUT: python3 is missing, so the suites of others do not run"
else
    for suite in spectrum sineemore papaparse pollock_rows; do
        python3 "$LEADGEN_SRCDIR/tests/support/csv_suites.py" $suite "$data" "$batch" 2>&1 |
            tap_none "$suite reads right"
    done
    python3 "$data/../tools/pollock.py" "$data/csv-pollock/dev" "$batch" inspect csv >"$dir/out"
    tap_ok "pollock scores 9.9 or more: $(tail -1 "$dir/out")" grep -qE 'simple (9\.9|10)' "$dir/out"
fi
tap_done
