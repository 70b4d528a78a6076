#!/bin/sh
# Review at 100,000 messages: the page of the message in hand, and the action that approves it and leads
# to the next one, by one reviewer and by four at a time; behind nginx, four workers. Wanted: p95 <= 30 ms
# on 4 idle cores. Needs build/ (or LEADGEN_BUILDDIR), nginx, spawn-fcgi, multiwatch, curl. MESSAGES and
# ACTIONS set the size.
set -eu
here=$(cd "$(dirname "$0")/../.." && pwd)
. "$here/tests/support/ports.sh"
build=${LEADGEN_BUILDDIR:-$here/build}
messages=${MESSAGES:-100000} actions=${ACTIONS:-300}
contacts=$((messages / 2)) companies=$((messages / 10))
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
"$build/leadgen-batch" tenant add bench --name Bench >"$dir/log"
id=$(sql -c "SELECT tenant_id FROM tenant WHERE slug = 'bench'")
sql -v tenant="$id" -v companies="$companies" -v contacts="$contacts" -f "$here/tests/bench/support/records.sql" >"$dir/log"
sql -v tenant="$id" >"$dir/log" <<'END'
INSERT INTO campaign (tenant_id, name, name_key, state) VALUES (:tenant, 'Bench', 'bench', 'review') RETURNING campaign_id \gset
INSERT INTO campaign_step (tenant_id, campaign_id, position, channel, label, max_length)
VALUES (:tenant, :campaign_id, 1, 'email', 'E-mail', 5000), (:tenant, :campaign_id, 2, 'linkedin_message', 'Message', 2000);
INSERT INTO campaign_person (tenant_id, campaign_id, contact_id, state, rank)
SELECT tenant_id, :campaign_id, contact_id, 'written', contact_id % 100 FROM contact WHERE tenant_id = :tenant;
INSERT INTO message (tenant_id, campaign_id, step_id, contact_id, channel, position, rank, language, tone, formality,
    subject_start, provider)
SELECT p.tenant_id, p.campaign_id, s.step_id, p.contact_id, s.channel, s.position, p.rank, 'en', 'professional', 'formal',
    'A subject', 'embedded'
FROM campaign_person p JOIN campaign_step s USING (tenant_id, campaign_id) WHERE p.campaign_id = :campaign_id;
INSERT INTO message_version (tenant_id, message_id, version, subject, body, claims, origin)
SELECT tenant_id, message_id, 1, CASE channel WHEN 'email' THEN 'A subject of a usual length' END,
    'Dear reader ' || contact_id || E',\n\n' || repeat('you write that your agents settle disputes without a person. ', 12)
        || E'\n\nWould a call next week be useful?',
    '[{"start":20,"end":60,"kind":"signal","snippet":"agents settle disputes","url":"https://x.example/a","at":1700000000000}]',
    'embedded'
FROM message WHERE campaign_id = :campaign_id;
END
sql -c 'VACUUM (ANALYZE)'
password=$(head -c 18 /dev/urandom | base64 | tr '+/' '-_')
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
for reviewer in 1 2 3 4; do
    echo "$password" | "$build/leadgen-batch" user add "reader$reviewer@example.com" --name "Reader $reviewer" --tenant bench --role editor --password-stdin >"$dir/log"
done

# review N: one reviewer, who approves $actions messages; writes "page ms" and "action ms"
review() {
    jar=$dir/cookies.$1 page=$dir/page.$1
    rm -f "$jar"
    take() { curl -sS --noproxy '*' -m 10 -f -b "$jar" -c "$jar" -o "$page" "$@"; }
    field() { sed -n "s/.*name=\"$1\" value=\"\([^\"]*\)\".*/\1/p" "$page" | head -1; }
    take "$site/login"
    take "$site/login" --data-urlencode "email=reader$1@example.com" --data-urlencode "password=$password" --data-urlencode "csrf=$(field csrf)"
    take "$site/bench/review"
    next=$(take "$site/bench/review" -w '%{redirect_url}' --data-urlencode "csrf=$(field csrf)" -d act=start)
    for i in $(seq "$actions"); do
        take -w 'page %{time_starttransfer}\n' "$next"
        said=$(take -w 'action %{time_starttransfer} %{redirect_url}' --data-urlencode "csrf=$(field csrf)" -d "act=approve&version=1" "$next")
        echo "${said% *}"
        next=${said##* }
    done
}
# measure REVIEWERS
measure() {
    running=
    rm -f "$dir"/times.*
    for reviewer in $(seq "$1"); do review "$reviewer" >"$dir/times.$reviewer" & running="$running $!"; done
    for reviewer in $running; do wait "$reviewer"; done
    for what in page action; do
        sed -n "s/^$what //p" "$dir"/times.* | awk '{ print $1 * 1000 }' | sort -n | awk -v what="$what" -v clients="$1" '
            { t[NR] = $1 } END { printf "%-10s %9d %9.1f %9.1f %9.1f %9d\n", what, clients, t[int(NR * .5)], t[int(NR * .95)], t[int(NR * .99)], NR }'
    done
}
echo "cores: $(nproc); load: $(cut -d ' ' -f 1 /proc/loadavg); $messages messages"
printf '%-10s %9s %9s %9s %9s %9s\n' what reviewers "p50 ms" "p95 ms" "p99 ms" requests
measure 1
measure 4
echo "approved: $(sql -c "SELECT approved FROM campaign_count") of $((actions * 5)) decided"
echo "wanted: p95 <= 30 ms"
