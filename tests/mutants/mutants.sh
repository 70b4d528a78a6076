#!/bin/sh
# Breaks one line at a time (mutants.tsv) in a copy of the tree and runs the tests that must notice:
# each breakage has to turn one of them red. `tests/run --full` calls it; MUTANTS=WORD runs those
# whose name has the word.
root=$(cd "$(dirname "$0")/../.." && pwd)
. "$root/tests/support/tap.sh"
dir=$(mktemp -d)
chmod 755 "$dir"
tree=$dir/tree build=$dir/build
trap 'sh "$root/tests/support/cluster" stop "$dir/cluster"; rm -rf "$dir"' EXIT
trap 'exit 1' INT TERM
mkdir -p "$tree" "$build"
(cd "$root" && git ls-files -co --exclude-standard | while read -r file; do [ ! -f "$file" ] || echo "$file"; done |
    tar cf - -T -) | tar xf - -C "$tree"
(cd "$tree" && autoreconf -i) >"$dir/log" 2>&1 && (cd "$build" && "$tree/configure" -q CFLAGS=-O0 >"$dir/log" 2>&1) ||
    { cat "$dir/log" && exit 1; }
make -C "$build" -s -j "$(nproc)" all >"$dir/log" 2>&1 || { tail -20 "$dir/log" && exit 1; }
sh "$tree/tests/support/cluster" start "$dir/cluster" >"$dir/env" && . "$dir/env"
export LEADGEN_SRCDIR="$tree" LEADGEN_BUILDDIR="$build" LEADGEN_TEST_TIER=quick TICK_KILLS=2

# The tests of one line, on a database of their own. Red: something failed.
is_red() {
    n=$((n + 1))
    make -C "$build" -s -j "$(nproc)" all >"$dir/log" 2>&1 || return 1
    (
        sh "$tree/tests/support/cluster" database "mutant_$n" >"$dir/env" && . "$dir/env" || exit 1
        # shellcheck disable=SC2086 # a list of names
        ! TAP_BAIL=1 timeout 300 make -C "$build" check-TESTS TESTS="$1" >"$dir/log" 2>&1 && grep -q '^# FAIL: *[1-9]\|^# ERROR: *[1-9]' "$dir/log"
    )
}

n=0
while IFS="$(printf '\t')" read -r name file expression tests; do
    case $name in '#'*) continue ;; *"${MUTANTS:-}"*) ;; *) continue ;; esac
    cp -p "$tree/$file" "$dir/original"
    sed -i "$expression" "$tree/$file"
    if cmp -s "$tree/$file" "$dir/original"; then
        tap_ok "$name: there is such a line in $file" false
        continue
    fi
    tap_ok "$name: noticed by $tests" is_red "$tests" || tail -5 "$dir/log" | sed 's/^/#   /'
    cp "$dir/original" "$tree/$file"
done <"$root/tests/mutants/mutants.tsv"
n=$((n + 1))
make -C "$build" -s -j "$(nproc)" all >"$dir/log" 2>&1
sh "$tree/tests/support/cluster" database "sound" >"$dir/env" && . "$dir/env"
timeout 1200 make -C "$build" -j "$(nproc)" check-TESTS TESTS="$(cut -f 4 "$root/tests/mutants/mutants.tsv" | tr ' ' '\n' | grep / | sort -u | tr '\n' ' ')" >"$dir/log" 2>&1
tap_ok "unbroken, the same tests are green" [ $? = 0 ] || tail -30 "$dir/log" | sed 's/^/#   /'
tap_done
