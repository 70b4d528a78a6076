# TAP for shell tests: sourced first. tap_done prints the plan.
tap_n=0
tap_failed=0

# tap_ok NAME COMMAND...: passes when the command succeeds
tap_ok() {
    tap_name=$1
    shift
    tap_n=$((tap_n + 1))
    if "$@"; then
        echo "ok $tap_n - $tap_name"
    else
        tap_failed=$((tap_failed + 1))
        echo "not ok $tap_n - $tap_name"
    fi
}

# tap_is NAME GOT WANTED
tap_is() {
    tap_got=$2 tap_wanted=$3
    tap_ok "$1" [ "$2" = "$3" ]
    [ "$tap_got" = "$tap_wanted" ] || printf 'got %s\nwanted %s\n' "$tap_got" "$tap_wanted" | sed 's/^/#   /'
}

tap_done() {
    echo "1..$tap_n"
    [ "$tap_failed" = 0 ]
    exit
}

# tap_leave REASON: says loudly that these tests are left out, and ends
tap_leave() {
    echo "# LEFT OUT: $1"
    echo "1..0 # SKIP $1"
    exit 0
}
