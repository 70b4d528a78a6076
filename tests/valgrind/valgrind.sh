#!/bin/sh
# Runs the unit and domain tests under valgrind, one on each core (VALGRIND_JOBS), each on a database of
# its core's own: `valgrind.sh BUILD`, in the environment of tests/support/cluster. Wrong use of memory
# and what is definitely lost fail a test. `tests/run --full` calls it; VALGRIND=WORD runs those whose
# name has the word.
root=$(cd "$(dirname "$0")/../.." && pwd)
build=$1

if [ "${2:-}" = one ]; then
    program=$3 own=$4/$SLOT
    . "$own.env"
    if LEADGEN_SRCDIR=$root LEADGEN_BUILDDIR=$build CMOCKA_MESSAGE_OUTPUT=TAP timeout -k 20 1800 \
        valgrind -q --error-exitcode=9 --leak-check=full --errors-for-leak-kinds=definite \
        --suppressions="$root/tests/valgrind/valgrind.supp" "$program" >"$own.log" 2>&1; then
        echo "ok - valgrind ${program#"$build"/}"
        exit
    fi
    {
        echo "not ok - valgrind ${program#"$build"/}"
        grep -E '^(not ok|#|==)' "$own.log" | head -60
    } | sed '2,$s/^/#   /' >"$own.tap"
    cat "$own.tap"
    exit
fi

jobs=${VALGRIND_JOBS:-$(nproc)}
dir=$(mktemp -d)
chmod 755 "$dir"
trap 'rm -rf "$dir"' EXIT
trap 'exit 1' INT TERM
make -C "$build" -s -j "$(nproc)" check TESTS= >"$dir/log" 2>&1 || { tail -20 "$dir/log" >&2 && exit 1; }
slot=0
while [ "$slot" -lt "$jobs" ]; do
    LEADGEN_BUILDDIR=$build sh "$root/tests/support/cluster" database "valgrind_$slot" >"$dir/$slot.env" || exit 1
    slot=$((slot + 1))
done
find "$build/tests/base" "$build/tests/domain" -name 'test_*' -type f -perm -u+x | grep -F -- "${VALGRIND:-}" | sort |
    xargs -P "$jobs" -I '{}' --process-slot-var=SLOT sh "$0" "$build" one '{}' "$dir" | tee "$dir/tap"
echo "1..$(grep -Ec '^(not )?ok' "$dir/tap")"
! grep -q '^not ok' "$dir/tap"
