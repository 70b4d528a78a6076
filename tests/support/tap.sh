# TAP for shell tests: sourced first; tap_done prints the plan. Results are counted in a file, so
# that they count in the subshell of a pipe too. TAP_BAIL=1 ends at the first failure.
tap_results=$(mktemp)

# tap_ok NAME COMMAND...: passes when the command succeeds
tap_ok() {
    tap_name=$1
    shift
    if "$@"; then tap_word=ok; else tap_word="not ok"; fi
    echo "$tap_word" >>"$tap_results"
    echo "$tap_word $(($(wc -l <"$tap_results"))) - $tap_name"
    [ "$tap_word" = ok ] || [ -z "${TAP_BAIL:-}" ] || tap_done
    [ "$tap_word" = ok ]
}

# tap_is NAME GOT WANTED
tap_is() {
    tap_got=$2 tap_wanted=$3
    tap_ok "$1" [ "$2" = "$3" ] ||
        printf 'got %s\nwanted %s\n' "$tap_got" "$tap_wanted" | sed 's/^/#   /'
}

# tap_none NAME: passes when standard input is empty; shows what came
tap_none() {
    tap_lines=$(cat)
    tap_ok "$1" [ -z "$tap_lines" ] || printf '%s\n' "$tap_lines" | head -40 | sed 's/^/#   /'
}

tap_done() {
    echo "1..$(($(wc -l <"$tap_results")))"
    ! grep -q not "$tap_results"
    tap_status=$?
    rm -f "$tap_results"
    exit $tap_status
}

# tap_kill SIGNAL PID...: those that this script started and that still run; the number of a process
# that has ended may be another's by now, the database's for one
tap_kill() {
    tap_signal=$1
    shift
    for tap_pid; do
        tap_parent=$(sed -n 's/^PPid:[^0-9]*//p' "/proc/$tap_pid/status" 2>/dev/null)
        [ "$tap_parent" != $$ ] || kill "-$tap_signal" "$tap_pid" 2>/dev/null
    done
}

# tap_leave REASON: says loudly that these tests are left out, and ends
tap_leave() {
    rm -f "$tap_results"
    echo "# LEFT OUT: $1"
    echo "1..0 # SKIP $1"
    exit 0
}
