#!/bin/sh
# leadgen-batch run, tasks and tenant on a real database: what people see, and the exit codes of
# sysexits.h.
. "$LEADGEN_SRCDIR/tests/support/tap.sh"
[ -n "${LEADGEN_TEST_SOCK:-}" ] || tap_leave "LEADGEN_TEST_SOCK is not set: run and tasks are left out"
eval "$(sh "$LEADGEN_SRCDIR/tests/support/cluster" database "run_$$")"
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
export LEADGEN_FILES="$dir"
batch() { "$LEADGEN_BUILDDIR/leadgen-batch" "$@" 2>"$dir/err"; }
status() {
    batch "$@" >"$dir/out"
    echo $?
}
said() { cat "$dir/out" "$dir/err"; }

tap_is "tenant add makes a tenant" "$(status tenant add acme --name 'Acme Ltd')" 0
tap_ok "and says its number" sh -c "grep -qx 'tenant [0-9]* acme' '$dir/out'"
tap_is "its name is stored" "$(psql -qXAt "$LEADGEN_OWNER_DSN" -c "SELECT name FROM tenant WHERE slug = 'acme'")" "Acme Ltd"
tap_is "a second one of that name is refused" "$(status tenant add acme)/$(said | grep -c acme)" 65/1
tap_ok "so is an impossible one" [ "$(status tenant add 'A B')" != 0 ]
tap_is "and an incomplete command" "$(status tenant add)" 64

tap_is "tasks lists every task" "$(batch tasks | grep -cE ' UTC |every [0-9]+ s')" \
    "$(grep -c '\.name = "' "$LEADGEN_SRCDIR/src/domain/pipeline/tasks.c")"
tap_is "with --json one object a line" \
    "$(batch tasks --json | grep -cvE '^\{"task":"[a-z_]+","enabled":(true|false),.*"outcome":(null|"[a-z]+")\}$')" 0
tap_is "run runs a task now" "$(status run partitions)" 0
tap_ok "and says what it did" grep -qx 'partitions: 0 made, 0 dropped' "$dir/out"
tap_ok "tasks shows the run" sh -c "'$LEADGEN_BUILDDIR/leadgen-batch' tasks --json | grep partitions | grep -q '\"outcome\":\"done\"'"
tap_is "a task by tenant runs for one" "$(status run import_retention --tenant acme)" 0
tap_is "but not for one that does not exist" "$(status run import_retention --tenant nobody)" 66
tap_is "nor a task that does not work by tenant" "$(status run partitions --tenant acme)" 65
tap_is "an unknown task is named" "$(status run nothing)" 66
tap_ok "with the way to find the right one" grep -q 'leadgen-batch tasks' "$dir/err"

(LEADGEN_BATCH_DSN="host=$dir/nowhere" batch tick --for 1)
tap_is "without a database a tick ends with EX_TEMPFAIL" $? 75
(LEADGEN_FILES='' batch tick --for 1)
tap_is "without its folder with EX_DATAERR" $? 65
tap_is "a tick counts what it did" "$(batch tick --for 1 --json | grep -cE '^\{"jobs":0,"batches":0,"tasks":[0-9]+\}$')" 1
tap_is "seconds are checked" "$(status tick --for 0)" 64
tap_is "an unknown command too" "$(status nonsense)" 64
for command in tick work run tasks tenant migrate inspect user import; do
    batch "$command" --help | grep -q "^usage: leadgen-batch $command" || echo "$command"
done | tap_none "every command has --help"
tap_done
