#!/bin/sh
# A crawl of hostile sites by four workers, some of them killed: it ends, each company has one typed
# result, nothing in the own network is reached, and memory stays small. CRAWL_KILLS (6) and
# CRAWL_EACH (3), how many sites of each kind, are settings.
set -u
here=${LEADGEN_SRCDIR:-$(cd "$(dirname "$0")/../.." && pwd)}
export LEADGEN_SRCDIR="$here"
. "$here/tests/support/tap.sh"
build=${LEADGEN_BUILDDIR:-$here/build}
make -s -C "$build" leadgen-batch tests/faults/hostile_web >/dev/null
dir=$(mktemp -d /tmp/leadgen-hostile.XXXXXX)
chmod 755 "$dir"
pids= server=
trap 'tap_kill KILL $pids $server; sh "$here/tests/support/cluster" stop "$dir/pg"; rm -rf "$dir"' EXIT
trap 'exit 1' INT TERM
mkdir -m 755 "$dir/pg" "$dir/files"
eval "$(sh "$here/tests/support/cluster" start "$dir/pg")"
export LEADGEN_FILES="$dir/files" LEADGEN_RESOLVE="$dir/resolve"
"$build/leadgen-batch" migrate >/dev/null
owner() { psql -qXAt -v ON_ERROR_STOP=1 "$LEADGEN_OWNER_DSN" -c "$1"; }
each=${CRAWL_EACH:-3} kills=${CRAWL_KILLS:-6}

"$build/tests/faults/hostile_web" >"$dir/server" &
server=$!
for _ in 1 2 3 4 5 6 7 8 9 10; do
    [ -s "$dir/server" ] && break
    sleep 0.1
done
read -r port LEADGEN_DNS <"$dir/server"
export LEADGEN_DNS
# what each kind of site is, and the word with which it must end
cat >"$dir/kinds" <<'K'
good -
ok -
short empty
nested empty
charset empty
never timeout
drip timeout
drip-head timeout
hangup broken
garbage broken
bad-gzip broken
busy http_5xx
down robots
huge too_large
bomb too_large
headers too_large
loop redirects
forbidden http_403
pdf not_html
closed robots
moved moved
private0 moved
private1 moved
private2 moved
private3 moved
nobody connect
unknown no_name
outage dns
K
echo "Name,Website" >"$dir/list.csv"
while read -r kind _; do
    for n in $(seq "$each"); do
        echo "$kind-$n,$kind-$n.example" >>"$dir/list.csv"
        to=$port
        [ "$kind" != nobody ] || to=1
        [ "$kind" = unknown ] || [ "$kind" = outage ] || for host in "$kind-$n.example" "www.$kind-$n.example"; do
            printf '%s:80:127.0.0.1:%s\n%s:443:127.0.0.1:1\n' "$host" "$to" "$host"
        done >>"$dir/resolve"
    done
done <"$dir/kinds"
total=$(($(wc -l <"$dir/list.csv") - 1))

"$build/leadgen-batch" tenant add acme --name Acme >/dev/null
"$build/leadgen-batch" import "$dir/list.csv" --tenant acme --entity company >/dev/null
"$build/leadgen-batch" pipeline --tenant acme --stage crawl >/dev/null
start() {
    "$build/leadgen-batch" work >>"$dir/log" 2>&1 &
    pids="$pids $!"
}
open() { owner "SELECT count(*) FROM pipeline_run WHERE finished_at IS NULL"; }
for n in 1 2 3 4; do start; done
memory=0
for n in $(seq 400); do
    sleep 1
    [ "$(open)" = 0 ] && break
    # pauses are not what is tested
    owner "UPDATE stage_work SET next_at = least(next_at, now() + interval '15 seconds') WHERE state = 'w'" >/dev/null
    for pid in $pids; do
        kb=$(awk '$1 == "VmHWM:" { print $2 }' "/proc/$pid/status" 2>/dev/null)
        [ "${kb:-0}" -le "$memory" ] || memory=$kb
    done
    if [ $((n % 5)) = 0 ] && [ "$kills" -gt 0 ]; then
        kills=$((kills - 1))
        set -- $pids
        tap_kill KILL "$1"
        wait "$1" 2>/dev/null
        shift
        pids="$*"
        start
    fi
done
echo "# $n seconds, at most $((memory / 1024)) MB a worker"
tap_is "the run ends" "$(open)" 0
tap_is "each company has one result" \
    "$(owner "SELECT count(*), count(DISTINCT record_id) FROM stage_result WHERE stage = 'crawl'")" "$total|$total"
while read -r kind cause; do
    owner "SELECT c.name, r.result, coalesce(r.cause, '-'), r.message FROM stage_result r
        JOIN company c ON c.company_id = r.record_id WHERE c.name LIKE '$kind-%' AND c.name ~ '^$kind-[0-9]+$'
        AND coalesce(r.cause, '-') NOT IN ('$cause'$([ "$cause" = - ] || echo ", 'busy'"))"
done <"$dir/kinds" | tap_none "and the one that its site deserves"
tap_is "no page is stored twice" "$(owner "SELECT count(*) - count(DISTINCT (company_id, url)) FROM page")" 0
tap_is "nothing private was asked for" "$(wc -l <"$dir/server")" 1
tap_ok "memory stays small" [ "$memory" -lt $((128 * 1024)) ]
tap_done
