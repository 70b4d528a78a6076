#!/bin/sh
# What a list asks for on and on: the rows that scrolling fetches (session, row-level security, order, 50
# of 100,000 rows with all their cells, a second tenant beside), against a bare FastCGI + ClearSilver +
# libpq page of 50 rows and as many bytes (bare_page.c), both in 8 processes behind the same nginx, in
# turns. The same in both: one connection kept, prepared statements, the same columns over the same indexes
# with company, owner and tags, a parsed ClearSilver template that escapes. Ours adds the session, rights,
# row-level security, the person's own columns and order, custom fields, the snapshot with what changed
# since, and a COMMIT. Bytes that the bare page lacks are one constant text, in its favour. Fails below a ratio of requests of 0.6. The
# whole page adds exact counts of all filters over all rows, menus and frame, which no bare page has:
# its figures beside a bare page of its size are printed without a limit. Columns are built as the product
# does. Needs build/ (or LEADGEN_BUILDDIR), wrk, nginx, spawn-fcgi, multiwatch.
# KEEP_PAGE=FILE keeps a copy of the part. ROWS, SECONDS_EACH, ROUNDS set the size; HOLD=1 waits for Enter at the end, for a profiler.
set -eu
here=$(cd "$(dirname "$0")/../.." && pwd)
. "$here/tests/support/ports.sh"
build=${LEADGEN_BUILDDIR:-$here/build}
rows=${ROWS:-100000} seconds=${SECONDS_EACH:-5} rounds=${ROUNDS:-5}
PATH=$PATH:/usr/sbin:/sbin
make -s -C "$build" tests/bench/bare_page
dir=$(mktemp -d /tmp/leadgen-bench.XXXXXX)
chmod 755 "$dir"
pools=
finish() {
    [ ! -s "$dir/nginx.pid" ] || kill "$(cat "$dir/nginx.pid")" || true
    for pid in $pools; do kill "$pid" 2>/dev/null && wait "$pid" 2>/dev/null || true; done
    sh "$here/tests/support/cluster" stop "$dir/pg"
    rm -rf "$dir"
}
trap finish EXIT
trap 'exit 1' INT TERM
: >"$dir/bare.log"
mkdir -m 755 "$dir/pg" "$dir/files" "$dir/sockets" "$dir/tmp"
CLUSTER_BUFFERS=512MB sh "$here/tests/support/cluster" start "$dir/pg" >"$dir/env"
. "$dir/env"
. "$here/tests/bench/people.sh"
export LEADGEN_FILES="$dir/files" LEADGEN_SRCDIR="$here" LEADGEN_TEMPLATES="$here/templates"
sql() { psql -XqAt -h "$LEADGEN_TEST_SOCK" -U postgres -d leadgen -v ON_ERROR_STOP=1 "$@"; }
batch() { "$build/leadgen-batch" "$@" >"$dir/batch.log" 2>&1 || { cat "$dir/batch.log" >&2; exit 1; }; }

batch migrate
people 0 "$rows" >"$dir/people.csv"
for tenant in bench beside; do
    batch tenant add "$tenant" --name "Tenant $tenant"
    batch import "$dir/people.csv" --tenant "$tenant" --entity contact
done
password=$(head -c 18 /dev/urandom | base64 | tr '+/' '-_')
echo "$password" | batch user add reader@example.com --name Reader --tenant bench --role editor --password-stdin
# every second person has an owner, every third a tag
sql -q <<'END'
INSERT INTO tag (tenant_id, name, name_key, colour)
SELECT tenant_id, n, n, 'blue' FROM tenant, unnest(ARRAY['event', 'partner']) AS n WHERE slug = 'bench';
UPDATE contact o SET
    owner_id = CASE WHEN contact_id / 20 % 2 = 0 THEN u.user_id END,
    tag_ids = CASE WHEN contact_id / 20 % 3 = 0 THEN g.ids ELSE '{}' END
FROM tenant t, user_account u, (SELECT tenant_id, array_agg(tag_id) AS ids FROM tag GROUP BY 1) AS g
WHERE t.slug = 'bench' AND u.email = 'reader@example.com' AND o.tenant_id = t.tenant_id
    AND g.tenant_id = t.tenant_id;
END
sql -c 'VACUUM (ANALYZE)'
batch run snapshots

port=$(free_port)
cat >"$dir/nginx.conf" <<END
daemon on;
pid $dir/nginx.pid;
worker_processes auto;
error_log $dir/nginx.log error;
events { worker_connections 1024; }
http {
    access_log off;
    client_body_temp_path $dir/tmp/body;
    fastcgi_temp_path $dir/tmp/fastcgi;
    proxy_temp_path $dir/tmp/proxy;
    scgi_temp_path $dir/tmp/scgi;
    uwsgi_temp_path $dir/tmp/uwsgi;
    fastcgi_buffers 16 16k;
    fastcgi_buffer_size 16k;
    include $here/nginx/leadgen-fastcgi.conf;
    server {
        listen 127.0.0.1:$port backlog=4096;
        location = /bare-part { fastcgi_pass unix:$dir/sockets/bare-part.sock; }
        location = /bare-page { fastcgi_pass unix:$dir/sockets/bare-page.sock; }
        location / { fastcgi_pass unix:$dir/sockets/app.sock; }
    }
}
END
nginx -p "$dir" -c "$dir/nginx.conf" -e "$dir/nginx.log"
site=http://127.0.0.1:$port
export LEADGEN_SOCKET_MODE=0666 LEADGEN_POOL_APP=8 LEADGEN_URL="$site"
LEADGEN_DSN=$LEADGEN_APP_DSN sh "$here/nginx/pool" app "$dir/sockets/app.sock" "$build/leadgen-web" 2>"$dir/web.log" &
pools="$pools $!"

# get PATH: fetches a page to $dir/page; waits for the pool to answer
get() {
    curl -sS --noproxy '*' -m 10 --retry 20 --retry-delay 1 --retry-all-errors -f \
        -b "$dir/cookies" -c "$dir/cookies" -o "$dir/page" "$site$1" 2>"$dir/curl.log" ||
        { cat "$dir/curl.log" "$dir/web.log" "$dir/bare.log" >&2; exit 1; }
}
get /login
curl -sS --noproxy '*' -m 10 -b "$dir/cookies" -c "$dir/cookies" -o "$dir/page" "$site/login" \
    --data-urlencode "email=reader@example.com" \
    --data-urlencode "password=$password" \
    --data-urlencode "csrf=$(sed -n 's/.*name="csrf" value="\([^"]*\)".*/\1/p' "$dir/page" | head -1)"
# weigh PATH: the bytes of a page with 50 rows
weigh() {
    get "$1"
    shown=$(grep -o '<td class="cell-check"' "$dir/page" | wc -l)
    [ "$shown" = 50 ] || { echo "$1 shows $shown rows, not 50"; cat "$dir/page" "$dir/web.log"; exit 1; } >&2
    bytes=$(wc -c <"$dir/page")
}

# bare NAME PAD: starts a bare page
bare() {
    rm -f "$dir/sockets/bare-$1.sock"
    spawn-fcgi -n -s "$dir/sockets/bare-$1.sock" -M 0666 -b 4096 -- "$(command -v multiwatch)" -s TERM -f 8 -- \
        "$build/tests/bench/bare_page" "host=$LEADGEN_TEST_SOCK dbname=leadgen user=postgres" \
        "$(sql -c "SELECT tenant_id FROM tenant WHERE slug = 'bench'")" "$2" 2>>"$dir/bare.log" &
    bare=$!
    get "/bare-$1"
}
bare part 0
plain=$(wc -c <"$dir/page")
kill "$bare" && wait "$bare" 2>/dev/null || true
weigh /bench/contacts
page_bytes=$bytes
bare page $((page_bytes - plain))
pools="$pools $bare"
weigh '/bench/contacts?part=rows'
cp "$dir/page" "${KEEP_PAGE:-/dev/null}"
bare part $((bytes - plain))
pools="$pools $bare"
cookie=$(awk '$6 ~ /^leadgen[0-9]*$/ { print $6 "=" $7 }' "$dir/cookies")

# measure NAME PATH: one run, its figures to $dir/NAME: requests a second, p50, p99, faults
measure() {
    wrk -t 2 -c 16 -d "${seconds}s" --latency -H "Cookie: $cookie" "$site$2" >"$dir/wrk"
    awk '/Requests\/sec/ { rate = $2 } $1 == "50%" { p50 = $2 } $1 == "99%" { p99 = $2 }
         /Non-2xx|Socket errors/ { bad = 1 } END { print rate, p50, p99, bad ? "faults" : "" }' "$dir/wrk" >>"$dir/$1"
}
# ratio NAME: of the median round
ratio() {
    awk '{ print $4 / $1 }' "$dir/$1" | sort -n | awk '{ r[NR] = $1 }
        END { printf "%.2f\n", NR % 2 ? r[(NR + 1) / 2] : (r[NR / 2] + r[NR / 2 + 1]) / 2 }'
}
# compare NAME PATH: rounds in turns; a table on stdout and in $dir/NAME
compare() {
    for round in $(seq "$rounds"); do
        measure "bare-$1" "/bare-$1"
        measure "ours-$1" "$2"
    done
    paste -d ' ' "$dir/bare-$1" "$dir/ours-$1" | tee "$dir/$1" | awk -v name="$1" '
        BEGIN { printf "%-8s %10s %9s %9s   %10s %9s %9s   %s\n", name, "bare req/s", "p50", "p99", "ours req/s", "p50", "p99", "ratio" }
        NF != 6 || !$1 { print "a round failed: " $0 > "/dev/stderr"; exit 1 }
        { printf "%-8d %10.0f %9s %9s   %10.0f %9s %9s   %.2f\n", NR, $1, $2, $3, $4, $5, $6, $4 / $1 }'
}
echo "cores: $(nproc); load: $(cut -d ' ' -f 1 /proc/loadavg); rows: $rows in each of 2 tenants; 16 connections; part: $bytes bytes, page: $page_bytes bytes, bare pages as large"
compare part '/bench/contacts?part=rows'
compare page /bench/contacts
echo "whole page beside a bare one: $(ratio page) (no limit)"
echo "rows: ratio $(ratio part) (wanted >= 0.60; the median of the rounds), p99 $(awk '{ print $6 }' "$dir/part" | sort -V | awk '{ p[NR] = $1 } END { print p[int((NR + 1) / 2)] }')"
if [ "${HOLD:-0}" = 1 ]; then
    echo "$site/bench/contacts Cookie: $cookie"
    read -r answer || true
fi
awk -v r="$(ratio part)" 'BEGIN { exit r < 0.6 }'
