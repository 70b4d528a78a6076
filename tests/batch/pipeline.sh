#!/bin/sh
# leadgen-batch pipeline and stages: what may be asked, what it says, and that the run is there.
set -u
here=${LEADGEN_SRCDIR:-$(cd "$(dirname "$0")/../.." && pwd)}
. "$here/tests/support/tap.sh"
batch=${LEADGEN_BUILDDIR:-$here/build}/leadgen-batch
[ -n "${LEADGEN_TEST_SOCK:-}" ] || tap_leave "no test cluster"
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
eval "$(sh "$here/tests/support/cluster" database "pipeline_$$")"
export LEADGEN_FILES="$dir/files" LEADGEN_SRCDIR="$here"
mkdir "$LEADGEN_FILES"
owner() { psql -qXAt "$LEADGEN_OWNER_DSN" -c "$1"; }

"$batch" tenant add acme --name Acme >/dev/null
printf 'Name,Website\nAcme,acme.example\nBolt,bolt.example\nCrow,crow.example\n' >"$dir/list.csv"
"$batch" import "$dir/list.csv" --tenant acme --entity company --list Few >/dev/null
printf 'Name,Website\nDove,dove.example\n' >"$dir/other.csv"
"$batch" import "$dir/other.csv" --tenant acme --entity company >/dev/null

"$batch" stages >"$dir/stages"
tap_is "stages lists every stage" "$(wc -l <"$dir/stages")" "$(grep -c '^ *&stage_' "$here/src/domain/pipeline/stages.c")"
first=$(awk '$1 == "company" { print $2; exit }' "$dir/stages")
if [ -n "$first" ]; then
    "$batch" pipeline --tenant acme --list Few --estimate >"$dir/out" 2>"$dir/err"
    tap_is "an estimate counts the list" "$(sed -n '1s/ records.*//p' "$dir/out")" 3
    tap_is "and starts nothing" "$(owner "SELECT count(*) FROM pipeline_run")" 0
    tap_is "a run says how much it is" \
        "$("$batch" pipeline --tenant acme --filter q=dove --stage "$first" --json | sed 's/.*"records":\([0-9]*\).*/\1/')" 1
    tap_is "and is there, with a job" \
        "$(owner "SELECT r.stages FROM pipeline_run r JOIN job j ON j.job_id = r.job_id")" "{$first}"
fi
# refused STATUS OPTION...
refused() {
    wanted=$1
    shift
    "$batch" pipeline "$@" >"$dir/out" 2>"$dir/err"
    [ $? = "$wanted" ] && [ -s "$dir/err" ]
}
tap_ok "a list that is not there" refused 66 --tenant acme --list Nope
tap_ok "a workspace that is not there" refused 66 --tenant nobody
tap_ok "a stage that is not there" refused 65 --tenant acme --stage dance
tap_ok "nothing that matches" refused 65 --tenant acme --filter q=zebra
tap_ok "no workspace" refused 64 --list Few
tap_ok "a sample that is no number" refused 64 --tenant acme --sample few
tap_done
