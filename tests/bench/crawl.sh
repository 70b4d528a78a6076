#!/bin/sh
# How fast 500 sites of 9 pages are crawled from a server on this machine, beside libcurl alone: fetched
# only, and fetched, parsed, read and stored beside libcurl and htmlReadMemory in as many processes.
# usage: crawl.sh [HOSTS]; prints rates, ratios and memory; fails below 0.5 or above 128 MB a process.
set -eu
hosts=${1:-500}
here=$(cd "$(dirname "$0")/../.." && pwd)
build=${LEADGEN_BUILDDIR:-$here/build}
PATH=$PATH:/usr/sbin:/sbin
. "$here/tests/support/ports.sh"
make -s -C "$build" leadgen-batch tests/bench/crawl
dir=$(mktemp -d /tmp/leadgen-bench-crawl.XXXXXX)
chmod 755 "$dir"
workers=$(($(nproc) / 2))
[ "$workers" -gt 0 ] || workers=1
own=
stop() {
    for pid in $pids; do kill "$pid" 2>/dev/null || true; done
    [ ! -f "$dir/nginx.pid" ] || kill "$(cat "$dir/nginx.pid")"
    [ -z "$own" ] || sh "$here/tests/support/cluster" stop "$dir/pg"
    sleep 1
    rm -rf "$dir"
}
pids=
trap stop EXIT
trap 'exit 1' INT TERM
if [ -z "${LEADGEN_TEST_SOCK:-}" ]; then
    mkdir "$dir/pg"
    chmod 755 "$dir/pg"
    eval "$(sh "$here/tests/support/cluster" start "$dir/pg")"
    own=1
fi
eval "$(sh "$here/tests/support/cluster" database "bench_crawl_$$")"
export LEADGEN_FILES="$dir/files" LEADGEN_SRCDIR="$here" LEADGEN_RESOLVE="$dir/resolve"
mkdir "$LEADGEN_FILES" "$dir/www" "$dir/tmp"
port=$(free_port)

# The nine pages: a menu, a dozen cards with pictures and links, 3,000 words. Each site has the same.
python3 - "$dir" "$hosts" "$port" <<'P'
import random, sys
dir, hosts, port = sys.argv[1], int(sys.argv[2]), sys.argv[3]
random.seed(7)
words = ('the and of to for with our we you in is engine ship harbour plan order build team measure steel factory service customer quality since '
         'together market software platform secure audit workflow agent data report invoice delivery').split()
pages = ['', 'about', 'team', 'product', 'pricing', 'security', 'careers', 'contact', 'legal']
menu = ''.join(f'<li class="menu-item"><a class="link nav" href="/{p}">{p.title() or "Home"}</a></li>' for p in pages)


def text(n):
    return ' '.join(random.choice(words) for _ in range(n)).capitalize() + '.'


for page in pages:
    cards = ''.join(
        f'<div class="card col-4"><div class="inner"><img src="/img/{i}.webp" alt="{text(3)}"><h3>{text(4)}</h3>'
        f'<p>{text(30)}</p><a class="button" href="/detail/{i}">Read <span>more</span></a></div></div>' for i in range(24))
    body = ''.join(f'<section id="s{i}"><h2>{text(5)}</h2><p>{text(70)}</p><p>{text(60)} <a href="/x/{i}">{text(3)}</a> '
                   f'<b>{text(4)}</b></p></section>' for i in range(20))
    with open(f'{dir}/www/{page or "index"}.html', 'w') as file:
        file.write(f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Acme {page}</title>'
                   f'<meta name="description" content="{text(12)}"><link rel="stylesheet" href="/app.css">'
                   f'<script>window.data={{"a":[{",".join(map(str, range(200)))}]}};</script></head><body>'
                   f'<header><nav><ul>{menu}</ul></nav></header><main><h1>{text(6)}</h1>{body}<div class="row">{cards}</div></main>'
                   f'<footer><p>Acme Inc, 1 Harbour Road, Boston, MA 02110 · +1 617 555 0118 · '
                   f'<a href="mailto:info@acme.example">info@acme.example</a></p><ul>{menu}</ul></footer></body></html>')
names = [f'site{i}.example' for i in range(hosts)]
with open(f'{dir}/resolve', 'w') as file:
    for name in names:
        file.write(f'{name}:80:127.0.0.1:{port}\n{name}:443:127.0.0.1:1\n')
with open(f'{dir}/list.csv', 'w') as file:
    file.write('Name,Website\n' + ''.join(f'{name},{name}\n' for name in names))
with open(f'{dir}/urls', 'w') as file:
    file.write(''.join(f'http://{name}/{page}\n' for name in names for page in pages))
P
cat >"$dir/nginx.conf" <<EOF
$([ "$(id -u)" != 0 ] || echo "user nobody nogroup;")
pid $dir/nginx.pid;
error_log $dir/error.log error;
worker_processes 1;
events { worker_connections 2048; }
http {
    types { text/html html; }
    access_log off;
    keepalive_requests 100000;
    open_file_cache max=100;
    client_body_temp_path $dir/tmp; fastcgi_temp_path $dir/tmp; proxy_temp_path $dir/tmp;
    scgi_temp_path $dir/tmp; uwsgi_temp_path $dir/tmp;
    server {
        listen 127.0.0.1:$port default_server backlog=2048;
        root $dir/www;
        location / { try_files \$uri \$uri.html \$uri/index.html =404; }
    }
}
EOF
nginx -p "$dir" -c "$dir/nginx.conf" -e "$dir/error.log"
bench=$build/tests/bench/crawl
echo "$(nproc) cores, $hosts hosts, $(du -ch "$dir"/www/*.html | tail -1 | cut -f 1) in 9 pages"

# best MODE: seconds, the best of three
best() {
    for _ in 1 2 3; do "$bench" "$1" "$dir/urls" "$port" "$dir/resolve" 48; done | sort -k 3n | head -1 | cut -d ' ' -f 3
}
# together MODE: seconds of all addresses in as many processes as there are workers
split -n "l/$workers" "$dir/urls" "$dir/part."
together() {
    begin=$(date +%s%N)
    jobs=
    for part in "$dir"/part.*; do
        "$bench" "$1" "$part" "$port" "$dir/resolve" 48 >/dev/null &
        jobs="$jobs $!"
    done
    for job in $jobs; do wait "$job"; done
    echo "$begin $(date +%s%N)" | awk '{ printf "%.3f\n", ($2 - $1) / 1e9 }'
}
bare=$(best bare)
ours=$(best ours)
pages=$(wc -l <"$dir/urls")
ratio=$(echo "$bare $ours" | awk '{ printf "%.2f", $1 / $2 }')
echo "$pages $bare $ours" | awk '{ printf "fetch only: bare libcurl %.0f pages/s, base/http %.0f pages/s\n", $1 / $2, $1 / $3 }'
echo "ratio $ratio (at least 0.5)"

parse=$(together parse)
"$build/leadgen-batch" tenant add bench --name Bench >/dev/null
"$build/leadgen-batch" import "$dir/list.csv" --tenant bench --entity company >/dev/null
value() { psql -qXAt "$LEADGEN_OWNER_DSN" -c "$1"; }
for _ in $(seq "$workers"); do
    "$build/leadgen-batch" work >"$dir/work.log" 2>&1 &
    pids="$pids $!"
done
sleep 2
"$build/leadgen-batch" pipeline --tenant bench --stage crawl >/dev/null
memory=0
for _ in $(seq 600); do
    sleep 0.2
    [ "$(value "SELECT count(*) FROM pipeline_run WHERE finished_at IS NULL")" = 0 ] && break
done
for pid in $pids; do
    kb=$(awk '$1 == "VmHWM:" { print $2 }' "/proc/$pid/status")
    [ "$kb" -le "$memory" ] || memory=$kb
done
stored=$(value "SELECT count(*) FROM page")
seconds=$(value "SELECT extract(epoch FROM max(s.crawled_at) - min(r.started_at)) FROM site s, pipeline_run r")
whole=$(echo "$parse $pages $seconds $stored" | awk '{ printf "%.2f", ($4 / $3) / ($2 / $1) }')
echo "$pages $parse $stored $seconds $workers" | awk '{ printf "in %d processes: libcurl and htmlReadMemory %.0f pages/s, crawl and store %.0f pages/s (%d pages in %.1f s)\n", $5, $1 / $2, $3 / $4, $3, $4 }'
echo "ratio $whole (at least 0.5)"
echo "memory $((memory / 1024)) MB a process (at most 128)"
echo "$ratio $whole $memory $stored $pages" | awk '{ exit !($1 >= 0.5 && $2 >= 0.5 && $3 <= 128 * 1024 && $4 == $5) }'
