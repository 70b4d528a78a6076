#!/bin/sh
# Fuzzes every parser of outside bytes from its corpus, one on each core (FUZZ_JOBS), FUZZ_SECONDS (600)
# each: `fuzz.sh BUILD`, a build folder of --enable-fuzz. What breaks a parser is left in BUILD.
# `tests/run --full` calls it; FUZZ=WORD fuzzes those whose name has the word.
root=$(cd "$(dirname "$0")/../.." && pwd)
build=$1

if [ "${2:-}" = one ]; then
    name=$3 own=$4/$3
    mkdir -p "$own/corpus"
    if "$build/tests/fuzz/$name" -max_total_time="${FUZZ_SECONDS:-600}" -timeout=10 -rss_limit_mb=1024 \
        -artifact_prefix="$own/" "$own/corpus" "$root/tests/fuzz/corpus/${name#fuzz_}" >"$own/log" 2>&1; then
        echo "ok - $name: $(sed -n 's/^Done \([0-9]*\) runs.*/\1 inputs/p' "$own/log" | tail -1)"
        exit
    fi
    {
        echo "not ok - $name"
        tail -40 "$own/log"
        for input in "$own"/crash-* "$own"/timeout-* "$own"/oom-*; do
            [ ! -f "$input" ] || { cp "$input" "$build/$name-${input##*/}" && echo "the input: $build/$name-${input##*/}"; }
        done
    } | sed '2,$s/^/#   /' >"$own/tap"
    cat "$own/tap"
    exit
fi

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
trap 'exit 1' INT TERM
names=$(cd "$root" && ls tests/fuzz/fuzz_*.c | sed 's|.*/||; s|\.c$||' | grep -F -- "${FUZZ:-}")
# shellcheck disable=SC2046 # a list of names
make -C "$build" -s -j "$(nproc)" $(printf 'tests/fuzz/%s ' $names) >"$dir/log" 2>&1 || { tail -20 "$dir/log" >&2 && exit 1; }
printf '%s\n' $names | xargs -P "${FUZZ_JOBS:-$(nproc)}" -I '{}' sh "$0" "$build" one '{}' "$dir" | tee "$dir/tap"
echo "1..$(grep -Ec '^(not )?ok' "$dir/tap")"
! grep -q '^not ok' "$dir/tap"
