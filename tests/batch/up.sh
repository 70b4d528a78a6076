#!/bin/sh
# The two commands for real: up, again, faults in between, two copies side by side, down. Everything
# in temporary folders on free ports; needs the right to write the checkout's build/.
set -u
here=${LEADGEN_SRCDIR:-$(cd "$(dirname "$0")/../.." && pwd)}
. "$here/tests/support/tap.sh"
. "$here/tests/support/ports.sh"
[ -w "$here" ] || tap_leave "the checkout cannot be written: up cannot build in it"
unset LEADGEN_URL LEADGEN_DSN LEADGEN_APP_DSN LEADGEN_BATCH_DSN LEADGEN_OWNER_DSN LEADGEN_SRCDIR LEADGEN_PORT \
    LEADGEN_WORKERS LEADGEN_FILES LEADGEN_KEYFILE LEADGEN_ADMIN_EMAIL LEADGEN_ADMIN_PASSWORD LEADGEN_RESTORE
export LEADGEN_DEMO=0
dir=$(mktemp -d /tmp/leadgen-up.XXXXXX)
chmod 755 "$dir"
one=$dir/one two=$dir/two

port=$(free_port)
other=$(free_port $((port + 1)))
url=http://127.0.0.1:$port

up() { LEADGEN_VAR=$one LEADGEN_PORT=$port sh "$here/nginx/up" >"$dir/up.log" 2>&1; }
down() { LEADGEN_VAR=$one sh "$here/nginx/down" >"$dir/down.log" 2>&1; }
value() { sed -n "s/^$2=//p" "$1/env"; }
status() { curl -s -o /dev/null -w '%{http_code}' --max-time 30 "$@"; }
healthy() { [ "$(status "$url/healthz")" = 200 ]; }
soon() {
    tries=100
    until "$@"; do
        tries=$((tries - 1))
        [ "$tries" -gt 0 ] || return 1
        sleep 0.1
    done
}
header() { curl -s -D - -o /dev/null "$@" | tr -d '\r'; }
has_header() {
    wanted=$1
    shift
    header "$@" | grep -qi "^$wanted"
}
sql() { psql -qXAt -v ON_ERROR_STOP=1 "$(value "$one" LEADGEN_OWNER_DSN)" -c "$1"; }
processes() {
    for folder in /proc/[0-9]*; do
        pid=${folder#/proc/}
        [ "$pid" != $$ ] || continue
        [ -r "$folder/cmdline" ] || continue
        { tr '\0' ' ' <"$folder/cmdline"; tr '\0' '\n' <"$folder/environ" | grep '^LEADGEN_VAR='; } 2>/dev/null |
            tr '\n' ' ' | grep -q -e "$1" && echo "$pid"
    done
    true
}
workers_of() {
    for pid in $(processes "LEADGEN_VAR=$one"); do
        { tr '\0' ' ' <"/proc/$pid/cmdline"; } 2>/dev/null | grep -q "^[^ ]*leadgen-web --pool $1" && echo "$pid"
    done
    true
}
as_many_as() { [ "$(workers_of app | wc -l)" -ge "$1" ]; }
finish() {
    LEADGEN_VAR=$one sh "$here/nginx/down" >/dev/null 2>&1
    LEADGEN_VAR=$two sh "$here/nginx/down" >/dev/null 2>&1
    [ -z "${blocker:-}" ] || kill "$blocker" 2>/dev/null
    rm -rf "$dir"
}
trap finish EXIT
trap 'exit 1' INT TERM

# --- the first run
tap_ok "up ends well" up || sed 's/^/# /' "$dir/up.log"
tap_ok "it prints the address" grep -q "$url/" "$dir/up.log"
tap_ok "it prints the password" grep -qF -e "$(value "$one" LEADGEN_ADMIN_PASSWORD)" "$dir/up.log"
tap_ok "the system is healthy" healthy
tap_ok "the first admin is there" sh -c "LEADGEN_VAR=$one '$here/build/leadgen-batch' user list | grep -q '^$(value "$one" LEADGEN_ADMIN_EMAIL) .*super admin'"
# log_in EMAIL PASSWORD: where it leads
log_in() {
    rm -f "$dir/cookies"
    token=$(curl -s -c "$dir/cookies" "$url/login" | sed -n 's/.*name="csrf" value="\([^"]*\)".*/\1/p' | head -1)
    curl -s -b "$dir/cookies" -c "$dir/cookies" -o /dev/null -w '%{http_code} %{redirect_url}' \
        --data-urlencode "csrf=$token" --data-urlencode "email=$1" --data-urlencode "password=$2" "$url/login"
}
tap_is "the printed password logs in" \
    "$(log_in "$(value "$one" LEADGEN_ADMIN_EMAIL)" "$(value "$one" LEADGEN_ADMIN_PASSWORD)")" "303 $url/"
tap_is "and opens the admin pages" "$(status -L -b "$dir/cookies" "$url/admin")" 200
tap_ok "another does not" [ "$(log_in "$(value "$one" LEADGEN_ADMIN_EMAIL)" wrong-password)" != "303 $url/" ]
tap_is "the settings are for one reader" "$(stat -c %a "$one/env" "$one/keys" | sort -u)" 600
tap_is "PostgreSQL listens on no port" "$(psql -qXAt "$(value "$one" LEADGEN_OWNER_DSN)" -c 'SHOW listen_addresses')" ""
tap_is "pages run as a role that owns nothing" \
    "$(psql -qXAt "$(value "$one" LEADGEN_APP_DSN)" -c "SELECT count(*) FROM pg_class WHERE relowner = current_user::regrole")" 0
if [ "$(id -u)" = 0 ]; then
    tap_ok "nobody else gets into the database" \
        sh -c "! setpriv --reuid=nobody --regid=nogroup --clear-groups psql -qXAt '$(value "$one" LEADGEN_APP_DSN)' -c 'SELECT 1' 2>/dev/null"
    tap_is "nothing runs as root" "$(ps -o user= -p "$(processes "$one" | paste -sd,)" | grep -c '^root')" 0
fi
run=$(value "$one" LEADGEN_APP_DSN | sed 's/.*@//; s|/leadgen$||; s|%2F|/|g; s|/pg$||')

# --- what nginx answers
style=$(basename "$(find "$here/build/static" -maxdepth 1 -name 'app.*.css' | head -1)")
tap_ok "static files are kept for ever" has_header "cache-control: public, max-age=31536000, immutable" "$url/static/$style"
tap_ok "static files are compressed" has_header "content-encoding: gzip" -H "Accept-Encoding: gzip" "$url/static/$style"
tap_ok "static files are not sniffed" has_header "x-content-type-options: nosniff" "$url/static/$style"
tap_ok "a static file that is not there is not kept" has_header "cache-control: no-store" "$url/static/none.css"
tap_is "nor do static names lead outside" "$(status --path-as-is "$url/static/../env")" 404
for name in Content-Security-Policy X-Content-Type-Options Referrer-Policy; do
    tap_ok "pages have $name" has_header "$name:" "$url/"
done
tap_ok "nginx does not tell its version" sh -c "! curl -sI '$url/' | grep -qi '^server: nginx/'"
tap_is "stored files have no address" "$(status "$url/_files/x")" 404
head -c 1100000 /dev/zero >"$dir/1m"
head -c 6000000 /dev/zero >"$dir/6m"
tap_is "a form of more than 1 MB is refused" "$(status --data-binary "@$dir/1m" "$url/acme/contacts")" 413
tap_is "also when its size is not announced" \
    "$(status -H 'Transfer-Encoding: chunked' --data-binary "@$dir/1m" "$url/acme/contacts")" 413
tap_ok "in words that help" sh -c "curl -s --data-binary '@$dir/1m' '$url/acme/contacts' | grep -q 'too large'"
tap_ok "and a program in JSON" sh -c "curl -si --data-binary '@$dir/1m' '$url/api/v1/acme/contacts' |
    tr -d '\r' | awk '/^HTTP.* 413/ { a = 1 } /^Content-Type: application.json$/ { b = 1 } /^[{].*too large/ { c = 1 } END { exit !(a && b && c) }'"
tap_ok "an upload of that size is not" [ "$(status --data-binary "@$dir/6m" "$url/acme/import")" != 413 ]
tap_is "a slice ends at 5 MB" "$(status --data-binary "@$dir/6m" "$url/acme/import/1/slice")" 413
tap_ok "the admin pages answer here" [ "$(status "$url/admin/")" != 403 ]
refused=$(for n in $(seq 80); do status -d a=b "$url/login"; echo; done | grep -c 429)
tap_ok "log-ins are counted" [ "$refused" -ge 5 ]
tap_ok "and the first of them are let through" [ "$refused" -le 25 ]
tap_ok "looking at the log-in page is not" [ "$(status "$url/login")" != 429 ]
tap_is "many pages in a row are no flood" "$(for n in $(seq 300); do echo "url=$url/healthz"; done | curl -s -K - -w '%{http_code}\n' | grep -c 429)" 0
curl -s "$url/acme/contacts?token=secret1" >/dev/null
curl -s "$url/link/secret2" >/dev/null
curl -s -d a=b "$url/login?x=secret3" >/dev/null
tap_is "the access log keeps no secrets" "$(grep -c -e secret1 -e secret2 -e secret3 "$one/log/leadgen-access.log")" 0
curl -s -o /dev/null --data-binary "@$dir/1m" "$url/link/secret4"
tap_is "nor does the error log" "$(cat "$one"/log/nginx-error.log* | grep -c secret4)" 0
tap_ok "it names each request" grep -Eq '"GET /acme/contacts HTTP/1.1" [0-9]+ [0-9]+ [0-9.]+ [0-9.]+ [0-9a-f]{32} ' "$one/log/leadgen-access.log"

# Every row of the route table reaches the pool it names.
wrong=$(tr '\n' ' ' <"$here/src/web/routes.c" | sed 's/{\(GET\|POST\|PATCH\|DELETE\),/\n{\1,/g' |
    sed -n 's/^{\(GET\|POST\|PATCH\|DELETE\), *"\([^"]*\)".*\(POOL_[A-Z]*\).*/\1 \2 \3/p' |
    while read -r method path pool; do
        at=$(printf '%s' "$path" | sed 's/{tenant}/acme/; s/{[^}]*}/1/g')
        id=$(curl -s -o /dev/null -D - -X "$method" "$url$at" | tr -d '\r' | sed -n 's/^x-request-id: //Ip')
        want=$(echo "${pool#POOL_}" | tr 'A-Z' 'a-z')
        [ "$at" = /healthz ] || [ "$method $at" = "POST /login" ] || [ "$method $at" = "POST /login/code" ] || soon grep -q "$id .*/$want.sock" "$one/log/leadgen-access.log" || echo "$method $path"
    done)
tap_is "nginx sends every page to its pool" "$wrong" ""

sed -i 's/^allow/#allow/' "$one/nginx/admin-access.conf"
up
tap_is "the access list closes the admin pages" "$(status "$url/admin/")" 403
tap_is "also under another spelling" "$(status --path-as-is "$url//x/../%61dmin/users")" 403
tap_ok "and says why" sh -c "curl -s '$url/admin/' | grep -q 'access list'"
sed -i 's/^#allow/allow/' "$one/nginx/admin-access.conf"
up

# --- again
sh -c "LEADGEN_VAR=$one $here/build/leadgen-batch tenant add keep --name Keep" >/dev/null
echo kept >"$one/files/mark"
printf 'Name,Website\nAcme,acme.example\n' >"$dir/list.csv"
tap_ok "leadgen-batch finds its settings" sh -c "LEADGEN_VAR=$one '$here/build/leadgen-batch' import '$dir/list.csv' --tenant keep --entity company --json | grep -q '\"created\":1'"
tap_is "and leaves nothing that the service cannot change" "$(find "$one/files" -mindepth 1 ! -name mark ! -user "$(stat -c %U "$one/files")")" ""
before=$(cat "$one/env" "$one/keys")
up
tap_is "up again keeps settings, password and keys" "$(cat "$one/env" "$one/keys")" "$before"
tap_is "and the data" "$(sql "SELECT name FROM tenant WHERE slug = 'keep'")$(cat "$one/files/mark")" Keepkept
tap_ok "and starts nothing twice" [ "$(grep -c running "$dir/up.log")" -ge 6 ]
tap_ok "within ten seconds" [ "$(sed -n 's/.*after \([0-9]*\) s.*/\1/p' "$dir/up.log")" -le 10 ]

# --- faults
kill -9 "$(workers_of public | head -1)"
tap_ok "a killed worker is not noticed" healthy
killed=$(workers_of app | wc -l)
kill -9 $(workers_of app)
tap_ok "killed workers come back" soon as_many_as "$killed"
postmaster=$(head -1 "$one/pg/data/postmaster.pid")
kill -INT "$postmaster"
soon sh -c "[ ! -d /proc/$postmaster ]"
tap_ok "without the database pages still answer" [ "$(status "$url/")" -lt 600 ]
up
tap_ok "up brings the database back" grep -q "database     started" "$dir/up.log"
tap_ok "and the pages with it" soon healthy
for name in pool-public nginx tick; do
    read -r pid _ <"$run/$name.pid"
    kill -9 "-$pid" 2>/dev/null || kill -9 "$pid"
done
pages_down=$(status "$url/healthz")
up
tap_is "what is down is down" "$pages_down" 000
tap_ok "and comes back" soon healthy
orphan=$(workers_of app | head -1)
kill -9 $(processes "multiwatch.*--pool app .*LEADGEN_VAR=$one")
up
tap_ok "workers that have lost their watcher are replaced" soon [ ! -d "/proc/$orphan" ]
kill -9 $(processes "multiwatch.*--pool app .*LEADGEN_VAR=$one")
kill -9 $(workers_of app)
tap_ok "a page without workers says so" sh -c "curl -s '$url/' | grep -q 'does not answer at the moment'"
tap_ok "in a page that nobody keeps" has_header "cache-control: no-store" "$url/"
up
tap_ok "up brings the pool back" [ "$(status "$url/")" != 502 ]

# --- workers are replaced under the eyes of visitors
old=$(workers_of app | sort | paste -sd' ')
(while [ ! -e "$dir/stop" ]; do
    status "$url/login"
    echo
done >"$dir/seen") &
watcher=$!
mark=$here/templates/.up-test.$$
: >"$mark"
up
rm -f "$mark"
: >"$dir/stop"
wait "$watcher"
tap_ok "changed templates restart the workers" grep -q "one worker at a time" "$dir/up.log"
tap_is "all of them" "$(for pid in $old; do workers_of app | grep -x "$pid"; done)" ""
tap_is "without a visitor noticing" "$(grep -c '^5' "$dir/seen")" 0

# --- what goes wrong before anything starts
LEADGEN_VAR=$two LEADGEN_PORT=$port sh "$here/nginx/up" >"$dir/other.log" 2>&1
tap_ok "a port in use is named" grep -q "port $port is in use.*LEADGEN_PORT=" "$dir/other.log"
LEADGEN_VAR=$two LEADGEN_PORT=80 sh "$here/nginx/up" >"$dir/other.log" 2>&1
tap_ok "a port of root's is refused" grep -q "1024 to 65535" "$dir/other.log"
LEADGEN_VAR="$dir/with space" sh "$here/nginx/up" >"$dir/other.log" 2>&1
tap_ok "a folder name that nginx could not read is refused" grep -q "may hold only" "$dir/other.log"
mkdir "$dir/small"
if mount -t tmpfs -o size=40m tmpfs "$dir/small" 2>/dev/null; then
    chmod 755 "$dir/small"
    LEADGEN_VAR=$dir/small/var sh "$here/nginx/up" >"$dir/other.log" 2>&1
    tap_ok "a full disk is named, and what to do" grep -q "MB free; 512 MB are needed.*LEADGEN_VAR" "$dir/other.log"
    umount "$dir/small"
    LEADGEN_VAR=$dir/small/var sh "$here/nginx/down" >/dev/null 2>&1
fi
LEADGEN_VAR=/proc/leadgen sh "$here/nginx/up" >"$dir/other.log" 2>&1
tap_ok "a folder that cannot be made is named" grep -q "/proc/leadgen cannot be created" "$dir/other.log"

# --- side by side
LEADGEN_VAR=$two LEADGEN_PORT=$other LEADGEN_DEMO=1 sh "$here/nginx/up" >"$dir/other.log" 2>&1
tap_is "a second copy runs beside the first" "$(status "http://127.0.0.1:$other/healthz")" 200
tap_is "with data of its own" "$(psql -qXAt "$(value "$two" LEADGEN_OWNER_DSN)" -c "SELECT count(*) FROM tenant WHERE slug = 'keep'")" 0
demo() { psql -qXAt "$(value "$two" LEADGEN_OWNER_DSN)" -c "SELECT count(*) FROM tenant WHERE is_demo"; }
tap_is "with the demo" "$(demo)" 1
# at ADDRESS: what a worker that follows the list of names gets there
at() { curl -s -o /dev/null -w '%{http_code} %{redirect_url}' --connect-to "::$(sed -n "s/^${1%%/*}:80://p" "$(value "$two" LEADGEN_RESOLVE)")" "http://$1"; }
tap_is "whose companies have their sites" "$(at procuria.example/about.html)" "200 "
tap_is "under both of their names" "$(at kestrelworks.example/team)" "301 http://www.kestrelworks.example/team"
tap_is "and nobody else's" "$(status -H 'Host: no-such.example' "http://127.0.0.1:$other/healthz")" 200
tap_is "without it where it is left out" "$(sql "SELECT count(*) FROM tenant WHERE is_demo")" 0
run_ended() { [ "$(psql -qXAt "$(value "$two" LEADGEN_OWNER_DSN)" -c "SELECT state FROM pipeline_run WHERE run_id = 1")" = "done" ]; }
run_ends() {
    for second in $(seq 150); do
        ! run_ended || return 0
        sleep 1
    done
    return 1
}
tap_ok "the demo's first run ends by itself" run_ends
tap_ok "and has people to show" [ "$(psql -qXAt "$(value "$two" LEADGEN_OWNER_DSN)" -c "SELECT count(*) FROM contact_sighting")" -gt 40 ]
tap_ok "and another password" [ "$(value "$one" LEADGEN_ADMIN_PASSWORD)" != "$(value "$two" LEADGEN_ADMIN_PASSWORD)" ]
LEADGEN_VAR=$two sh "$here/nginx/down" >/dev/null 2>&1
tap_ok "its end leaves the first alone" healthy

# --- down
tap_ok "down ends well" down
tap_is "no process is left" "$(processes "$one")" ""
tap_is "the data is" "$(cat "$one/files/mark")" kept
tap_ok "down again says that nothing ran" sh -c "LEADGEN_VAR=$one sh '$here/nginx/down' | grep -q 'nothing was running'"
up
tap_is "up after down has it all" "$(sql "SELECT name FROM tenant WHERE slug = 'keep'")" Keep
rm -rf "$run"
down
tap_is "down finds what lost its pid files" "$(processes "$one")" ""
up
rm -rf "$one"
LEADGEN_VAR=$one sh "$here/nginx/down" >"$dir/down.log" 2>&1
tap_is "and what lost its folder" "$(processes "$one")" ""
tap_done
