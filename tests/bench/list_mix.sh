#!/bin/sh
# Whole list pages (filters, a third with a search, all facets, exact total, 50 rows, rendered, through
# nginx) over the mix of list_facets at CONTACTS contacts and COMPANIES companies, a second workspace of
# the same size beside, by 1 and 8 clients with WORKERS processes while EDITS edits a second run; one
# person edits and looks at once whether the edit shows; pages while 100,000 records are tagged; before all
# that, with the server at rest, the first paint in Chromium (support/first_paint.mjs says of what). Wanted
# on 4 idle cores: p95 <= 30 ms, nothing missed, <= 100 ms while tagging, first paint <= 100 ms.
# SECONDS_EACH sets how long each part takes.
set -eu
here=$(cd "$(dirname "$0")/../.." && pwd)
seconds=${SECONDS_EACH:-15} edits=${EDITS:-50}
. "$here/tests/bench/support/lists_site"

# read CLIENTS: the mix by so many clients, each from another place, for $seconds; times in ms on stdout
read_mix() {
    rm -f "$dir"/times.* "$dir"/urls.*
    running=
    for client in $(seq "$1"); do
        python3 - "$dir/mix" "$site/large/contacts?" "$client" "$1" >"$dir/urls.$client" <<'END'
import json, sys
urls = [json.loads(l)['url'] for l in open(sys.argv[1]) if '"url"' in l]
at = len(urls) * (int(sys.argv[3]) - 1) // int(sys.argv[4])
for i in range(20000):
    print('url = "%s%s"\noutput = "/dev/null"' % (sys.argv[2], urls[(at + i) % len(urls)]))
END
        timeout "$2" curl -gsS --noproxy '*' -m 10 -b "$dir/cookies" -w '%{stderr}%{http_code} %{time_total}\n' -K "$dir/urls.$client" 2>"$dir/times.$client" &
        running="$running $!"
    done
    for client in $running; do wait "$client" || true; done
}
report() {
    cat "$dir"/times.* | awk 'NF == 2 { if ($1 != 200) bad++; else print $2 * 1000 } END { if (bad) print "faults: " bad >"/dev/stderr" }' | sort -n |
        awk -v name="$1" -v s="$2" '{ t[NR] = $1 } END { printf "%-34s %8.1f %8.1f %8.1f %8.1f %8d %8.1f\n", name, t[int(NR * .5) + 1], t[int(NR * .95)], t[int(NR * .99)], t[NR], NR, NR / s }'
}

echo "cores: $(nproc); load: $(cut -d ' ' -f 1 /proc/loadavg); calibration: $calibration s; contacts: $contacts, companies: $companies; workers: $workers"
read_mix 4 3
slow=0
if [ -d "$here/tests/browser/node_modules/playwright-core" ]; then
    node "$here/tests/bench/support/first_paint.mjs" "$site" "$cookie" "$dir/mix" || slow=1
else
    echo "first paint: left out, tests/browser has no node_modules"
fi
printf '%-34s %8s %8s %8s %8s %8s %8s\n' "whole pages" "p50 ms" "p95 ms" "p99 ms" "max ms" pages "a second"
for clients in 1 8; do
    "$build/tests/bench/list_facets" "$large" "$seconds" 0 "$edits" edits &
    editor=$!
    python3 "$here/tests/bench/support/own_edits.py" "$site/large" "$cookie" "$seconds" >"$dir/own" &
    own=$!
    read_mix "$clients" "$seconds"
    wait "$editor" "$own" || true
    report "$clients clients, $edits edits/s beside" "$seconds"
    sed 's/^/  /' "$dir/own"
done

owners=$(sql -v tenant="$large" -v wanted=$((contacts / 10)) -f "$here/tests/bench/support/bulk_owners.sql")
"$build/leadgen-batch" tick --for 3600 >/dev/null 2>"$dir/log" &
pids="$pids $!"
sleep 1
id=$(sql -c "WITH t AS (INSERT INTO tag (tenant_id, name, name_key) VALUES ($large, 'bulk', 'bulk') RETURNING tag_id)
    INSERT INTO bulk (tenant_id, entity, act, filter, everything, counted, label_ids, what, state)
    SELECT $large, 2, 'tag', '$owners', true, 0, ARRAY[tag_id], 'Tagged', 'waiting' FROM t RETURNING bulk_id")
sql -c "SELECT set_config('app.tenant', '$large', false); SELECT app.job_enqueue('bulk', $id, '{}')" >/dev/null
read_mix 4 4
report "4 clients while tagging" 4
sql -c "SELECT '  tagged ' || changed || ' of ' || matched || ' in ' || coalesce(round(extract(epoch FROM finished_at - created_at)::numeric, 2)::text, '?') || ' s' FROM bulk WHERE bulk_id = $id"
exit $slow
