#!/bin/sh
# Breaks one line at a time (mutants.tsv) in a copy of the tree and runs the tests that must notice:
# each breakage has to turn one of them red. There is a copy with a build and a PostgreSQL of its own
# for each core (MUTANTS_JOBS). `tests/run --full` calls it; MUTANTS=WORD runs those whose name has the
# word.
root=$(cd "$(dirname "$0")/../.." && pwd)
tab=$(printf '\t')

# The tests of one line, on a database of their own. Red: something failed.
is_red() {
    make -C "$build" -s -j 2 all >"$own/log" 2>&1 || return 1
    (
        sh "$tree/tests/support/cluster" database "mutant_$number" >"$own/env" && . "$own/env" || exit 1
        # Without the list of all programs, those that are not asked for are not linked anew.
        ! TAP_BAIL=1 timeout 600 make -C "$build" check-TESTS check_PROGRAMS= TESTS="$1" >"$own/log" 2>&1 &&
            grep -q '^# FAIL: *[1-9]\|^# ERROR: *[1-9]' "$own/log"
    )
}

# One row, in the copy of this slot; its lines come out at once, beside those of other rows.
break_row() {
    IFS="$tab" read -r name file expression tests <<EOF
$(sed -n "${number}p" "$dir/rows")
EOF
    cp -p "$tree/$file" "$own/original"
    sed -i "$expression" "$tree/$file"
    if cmp -s "$tree/$file" "$own/original"; then
        echo "not ok - $name: there is such a line in $file"
        return
    fi
    if is_red "$tests"; then
        echo "ok - $name: noticed by $tests"
    else
        echo "not ok - $name: noticed by $tests"
        tail -5 "$own/log" | sed 's/^/#   /'
    fi
    cp "$own/original" "$tree/$file"
}

if [ "${1:-}" = row ]; then
    number=$2 dir=$3 own=$3/$SLOT
    tree=$own/tree build=$own/build
    . "$own/cluster.env"
    export LEADGEN_SRCDIR="$tree" LEADGEN_BUILDDIR="$build" LEADGEN_TEST_TIER=quick TICK_KILLS=2
    break_row >"$own/tap"
    cat "$own/tap"
    exit
fi

jobs=${MUTANTS_JOBS:-$(nproc)}
dir=$(mktemp -d)
chmod 755 "$dir"
stop() {
    for own in "$dir"/[0-9]*; do sh "$root/tests/support/cluster" stop "$own/cluster"; done
    rm -rf "$dir"
}
trap stop EXIT
trap 'exit 1' INT TERM
awk -F "$tab" -v word="${MUTANTS:-}" '!/^#/ && index($1, word)' "$root/tests/mutants/mutants.tsv" >"$dir/rows"
mkdir -p "$dir/0/tree" "$dir/0/build"
(cd "$root" && git ls-files -co --exclude-standard | while read -r file; do { [ ! -f "$file" ] && [ ! -L "$file" ]; } || echo "$file"; done |
    tar cf - -T -) | tar xf - -C "$dir/0/tree"
(cd "$dir/0/tree" && autoreconf -i) >"$dir/log" 2>&1 &&
    (cd "$dir/0/build" && ../tree/configure -q CFLAGS=-O0 >"$dir/log" 2>&1) || { cat "$dir/log" && exit 1; }
tests=$(cut -f 4 "$dir/rows" | tr ' ' '\n' | sort -u | tr '\n' ' ')
make -C "$dir/0/build" -s -j "$(nproc)" all >"$dir/log" 2>&1 &&
    make -C "$dir/0/build" -s -j "$(nproc)" check TESTS= check_PROGRAMS="$(echo "$tests" | sed 's/[^ ]*\.sh//g')" >"$dir/log" 2>&1 ||
    { tail -20 "$dir/log" && exit 1; }
slot=0
while [ "$slot" -lt "$jobs" ]; do
    own=$dir/$slot
    if [ "$slot" != 0 ]; then
        mkdir "$own" && cp -a "$dir/0/tree" "$dir/0/build" "$own"
        # What configure wrote knows where it was written.
        for file in Makefile config.status; do
            sed -i "s|$dir/0/|$own/|g" "$own/build/$file" && touch -r "$dir/0/build/$file" "$own/build/$file"
        done
    fi
    slot=$((slot + 1))
done
for own in "$dir"/[0-9]*; do
    sh "$own/tree/tests/support/cluster" start "$own/cluster" >"$own/cluster.env" || exit 1
done

seq "$(wc -l <"$dir/rows")" | xargs -P "$jobs" -I '{}' --process-slot-var=SLOT sh "$0" row '{}' "$dir" | tee "$dir/tap"
make -C "$dir/0/build" -s -j "$(nproc)" all >"$dir/log" 2>&1
. "$dir/0/cluster.env"
export LEADGEN_SRCDIR="$dir/0/tree" LEADGEN_BUILDDIR="$dir/0/build" LEADGEN_TEST_TIER=quick TICK_KILLS=2
sh "$dir/0/tree/tests/support/cluster" database sound >"$dir/env" && . "$dir/env"
if timeout 1800 make -C "$dir/0/build" -j "$(nproc)" check-TESTS check_PROGRAMS= TESTS="$tests" >"$dir/log" 2>&1; then
    echo "ok - unbroken, the same tests are green"
else
    echo "not ok - unbroken, the same tests are green"
    grep -aE '^(FAIL|ERROR)|\*\*\*' "$dir/log" | sed 's/^/#   /'
fi | tee -a "$dir/tap"
echo "1..$(grep -Ec '^(not )?ok' "$dir/tap")"
! grep -q '^not ok' "$dir/tap"
