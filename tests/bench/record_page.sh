#!/bin/sh
# The page of one contact in a workspace of 1,000,000 contacts and 200,000 companies, a second one of
# the same size beside: random records, one client and eight, four workers behind nginx. Wanted: p95
# <= 15 ms on 4 idle cores. Needs build/ (or LEADGEN_BUILDDIR), nginx, spawn-fcgi, multiwatch, curl.
# CONTACTS, COMPANIES, REQUESTS set the size.
set -eu
here=$(cd "$(dirname "$0")/../.." && pwd)
. "$here/tests/support/ports.sh"
build=${LEADGEN_BUILDDIR:-$here/build}
contacts=${CONTACTS:-1000000} companies=${COMPANIES:-200000} requests=${REQUESTS:-2000}
PATH=$PATH:/usr/sbin:/sbin
dir=$(mktemp -d /tmp/leadgen-bench.XXXXXX)
chmod 755 "$dir"
pool=
finish() {
    [ ! -s "$dir/nginx.pid" ] || kill "$(cat "$dir/nginx.pid")" || true
    [ -z "$pool" ] || { kill "$pool" 2>/dev/null && wait "$pool" 2>/dev/null || true; }
    sh "$here/tests/support/cluster" stop "$dir/pg"
    rm -rf "$dir"
}
trap finish EXIT
trap 'exit 1' INT TERM
mkdir -m 755 "$dir/pg" "$dir/files" "$dir/sockets" "$dir/tmp"
CLUSTER_BUFFERS=1GB sh "$here/tests/support/cluster" start "$dir/pg" >"$dir/env"
. "$dir/env"
export LEADGEN_FILES="$dir/files" LEADGEN_SRCDIR="$here" LEADGEN_TEMPLATES="$here/templates"
sql() { psql -XqAt -h "$LEADGEN_TEST_SOCK" -U postgres -d leadgen -v ON_ERROR_STOP=1 "$@"; }
"$build/leadgen-batch" migrate >"$dir/log"
for tenant in bench beside; do
    "$build/leadgen-batch" tenant add "$tenant" --name "Tenant $tenant" >"$dir/log"
    id=$(sql -c "SELECT tenant_id FROM tenant WHERE slug = '$tenant'")
    sql -v tenant="$id" -v companies="$companies" -v contacts="$contacts" -f "$here/tests/bench/support/records.sql" >"$dir/log"
    # what the import of each record would have written into the change log
    sql -v tenant="$id" <<'END'
INSERT INTO change_set (tenant_id, kind, source) VALUES (:tenant, 'import', 'people.csv') RETURNING change_set_id \gset
INSERT INTO change (tenant_id, entity, record_id, change_set_id, kind, fields)
SELECT tenant_id, 2, contact_id, :change_set_id, 'c', 2166 FROM contact WHERE tenant_id = :tenant;
INSERT INTO change (tenant_id, entity, record_id, change_set_id, kind, fields)
SELECT tenant_id, 1, company_id, :change_set_id, 'c', 131077 FROM company WHERE tenant_id = :tenant;
END
done
sql -c 'VACUUM (ANALYZE)'
password=$(head -c 18 /dev/urandom | base64 | tr '+/' '-_')
echo "$password" | "$build/leadgen-batch" user add reader@example.com --name Reader --tenant bench --role editor --password-stdin >"$dir/log"
port=$(free_port)
cat >"$dir/nginx.conf" <<END
daemon on;
pid $dir/nginx.pid;
error_log $dir/nginx.log error;
events { worker_connections 256; }
http {
    access_log off;
    client_body_temp_path $dir/tmp/body;
    fastcgi_temp_path $dir/tmp/fastcgi;
    proxy_temp_path $dir/tmp/proxy;
    scgi_temp_path $dir/tmp/scgi;
    uwsgi_temp_path $dir/tmp/uwsgi;
    include $here/nginx/leadgen-fastcgi.conf;
    server {
        listen 127.0.0.1:$port;
        location / { fastcgi_pass unix:$dir/sockets/app.sock; }
    }
}
END
nginx -p "$dir" -c "$dir/nginx.conf" -e "$dir/nginx.log"
site=http://127.0.0.1:$port
export LEADGEN_SOCKET_MODE=0666 LEADGEN_POOL_APP=4 LEADGEN_URL="$site"
LEADGEN_DSN=$LEADGEN_APP_DSN sh "$here/nginx/pool" app "$dir/sockets/app.sock" "$build/leadgen-web" 2>"$dir/web.log" &
pool=$!
fetch() { curl -sS --noproxy '*' -m 10 --retry 20 --retry-delay 1 --retry-all-errors -f -b "$dir/cookies" -c "$dir/cookies" -o "$dir/page" "$@"; }
fetch "$site/login"
fetch "$site/login" --data-urlencode "email=reader@example.com" --data-urlencode "password=$password" \
    --data-urlencode "csrf=$(sed -n 's/.*name="csrf" value="\([^"]*\)".*/\1/p' "$dir/page" | head -1)"

# paths TABLE KEY WHAT N: N random records as addresses for curl
paths() {
    sql -c "SELECT 'url = \"$site/bench/$3/' || (lo + floor(random() * (hi - lo)))::bigint || E'\"\noutput = \"/dev/null\"'
        FROM (SELECT min($2) AS lo, max($2) AS hi FROM $1 WHERE tenant_id = (SELECT tenant_id FROM tenant WHERE slug = 'bench')) AS r,
            generate_series(1, $4)"
}
# measure NAME TABLE KEY WHAT CLIENTS
measure() {
    rm -f "$dir"/times.*
    for client in $(seq "$5"); do paths "$2" "$3" "$4" "$((requests / $5))" >"$dir/urls.$client"; done
    running=
    for client in $(seq "$5"); do
        curl -sS --noproxy '*' -m 10 -b "$dir/cookies" -w '%{http_code} %{time_starttransfer}\n' -K "$dir/urls.$client" >"$dir/times.$client" &
        running="$running $!"
    done
    for client in $running; do wait "$client"; done
    cat "$dir"/times.* | awk '$1 != 200 { bad++ } { print $2 * 1000 } END { if (bad) print "faults: " bad >"/dev/stderr" }' | sort -n | awk -v name="$1" -v clients="$5" '
        { t[NR] = $1 } END { printf "%-10s %8d %9.1f %9.1f %9.1f %9d\n", name, clients, t[int(NR * .5)], t[int(NR * .95)], t[int(NR * .99)], NR }'
}
measure warm-up contact contact_id contacts 4 >"$dir/log"
echo "cores: $(nproc); load: $(cut -d ' ' -f 1 /proc/loadavg); $contacts contacts, $companies companies in each of 2 workspaces"
printf '%-10s %8s %9s %9s %9s %9s\n' page clients "p50 ms" "p95 ms" "p99 ms" requests
for clients in 1 8; do
    measure contact contact contact_id contacts "$clients"
    measure company company company_id companies "$clients"
done
echo "wanted: p95 <= 15 ms"
