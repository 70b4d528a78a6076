#!/bin/sh
# What a packager and the owner of a real server do: make install into a folder, make distcheck, and
# the installed site, with TLS, in a running nginx.
set -u
here=${LEADGEN_SRCDIR:-$(cd "$(dirname "$0")/../.." && pwd)}
build=${LEADGEN_BUILDDIR:-$here/build}
. "$here/tests/support/tap.sh"
. "$here/tests/support/ports.sh"
[ -f "$build/Makefile" ] || tap_leave "$build is not configured"
unset LEADGEN_VAR LEADGEN_DSN LEADGEN_APP_DSN LEADGEN_OWNER_DSN LEADGEN_BATCH_DSN
dir=$(mktemp -d /tmp/leadgen-install.XXXXXX)
chmod 755 "$dir"
root=$dir/root
port=$(free_port)
plain=$(free_port $((port + 1)))
finish() {
    [ ! -s "$dir/nginx.pid" ] || kill "$(cat "$dir/nginx.pid")" 2>/dev/null
    chmod -R u+w "$dir" 2>/dev/null
    rm -rf "$dir"
}
trap finish EXIT
trap 'exit 1' INT TERM
PATH=$PATH:/usr/sbin:/sbin

# --- make install
tap_ok "make install into a folder" make -s -C "$build" install DESTDIR="$root" >"$dir/install.log" 2>&1 ||
    sed 's/^/# /' "$dir/install.log" | tail -20
prefix=$(sed -n 's/^prefix = //p' "$build/Makefile")
share=$root$prefix/share/leadgen
for file in bin/leadgen-web bin/leadgen-batch share/man/man8/leadgen-batch.8 share/leadgen/sql/roles.sql \
    share/leadgen/nginx/leadgen.conf share/leadgen/nginx/leadgen.cron share/leadgen/nginx/error/502.html \
    etc/leadgen/admin-access.conf lib/systemd/system/leadgen@.service; do
    tap_ok "$file is installed" test -s "$root$prefix/$file"
done
missing() { (cd "$1" && find "$2" -type f) | while read -r file; do [ -f "$share/$file" ] || echo "$file"; done; }
tap_is "all templates are" "$(missing "$here" templates)" ""
tap_is "all migrations are" "$(missing "$here" sql/migrations)" ""
tap_is "the static files are, under their names for browsers" \
    "$(find "$share/static" -name 'app.????????????.css' -o -name 'htmx.????????????.js' | wc -l)" 2
tap_is "no place of a path was left open" "$(grep -rEho '@[A-Z]+@' "$share/nginx" "$root$prefix/lib" | grep -v '@NAMES@')" ""
tap_is "no path of the build is left" "$(grep -rlF -e "$build" -e "$here" "$share" "$root$prefix/lib")" ""
tap_is "the program says its version" "$("$root$prefix/bin/leadgen-batch" --version)" \
    "leadgen-batch $(sed -n 's/^VERSION = //p' "$build/Makefile")"
if command -v systemd-analyze >/dev/null; then
    sed -e "s|$prefix/|$root$prefix/|g" -e '/^EnvironmentFile/d; /^Documentation/d' "$root$prefix/lib/systemd/system/leadgen@.service" >"$dir/leadgen@app.service"
    tap_is "systemd understands the service" "$(systemd-analyze verify "$dir/leadgen@app.service" 2>&1 | grep -i leadgen@)" ""
fi
echo "# mine" >>"$root$prefix/etc/leadgen/admin-access.conf"
make -s -C "$build" install DESTDIR="$root" >/dev/null 2>&1
tap_ok "a second install keeps the access list" grep -q mine "$root$prefix/etc/leadgen/admin-access.conf"

# --- the site of a real server, with TLS
if command -v openssl >/dev/null; then
    openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost -keyout "$dir/key" -out "$dir/cert" 2>/dev/null
    mkdir -p "$dir/log" "$dir/sock" "$dir/tmp"
    cp -R "$share/nginx" "$dir/site"
    for file in "$dir"/site/*.conf "$dir/site/leadgen-tls.conf.example"; do
        sed -i -e "s|$prefix/share/leadgen/nginx|$dir/site|g" -e "s|$prefix/share|$root$prefix/share|g" \
            -e "s|$prefix/etc|$root$prefix/etc|g" -e "s|/var/log/nginx|$dir/log|g" -e "s|/run/leadgen|$dir/sock|g" \
            -e "s|ssl_certificate .*|ssl_certificate $dir/cert;|; s|ssl_certificate_key .*|ssl_certificate_key $dir/key;|" \
            -e "/listen \[::\]/d; s|listen 443|listen 127.0.0.1:$port|; s|listen 80|listen 127.0.0.1:$plain|" "$file"
    done
    cat >"$dir/nginx.conf" <<EOF
pid $dir/nginx.pid;
error_log $dir/log/error.log error;
events {}
http {
    include /etc/nginx/mime.types;
    client_body_temp_path $dir/tmp/b; fastcgi_temp_path $dir/tmp/f; proxy_temp_path $dir/tmp/p;
    scgi_temp_path $dir/tmp/s; uwsgi_temp_path $dir/tmp/u;
    include $dir/site/leadgen-tls.conf.example;
}
EOF
    chmod 711 "$dir"
    tap_ok "nginx takes the site with TLS" nginx -q -e "$dir/log/start.log" -c "$dir/nginx.conf" || sed 's/^/# /' "$dir"/log/*.log
    header() { curl -sk -D - -o /dev/null "$@" | tr -d '\r'; }
    tap_ok "plain HTTP leads to TLS" sh -c "curl -s -o /dev/null -w '%{redirect_url}' 'http://127.0.0.1:$plain/x?y=1' | grep -q '^https://127.0.0.1.*/x?y=1$'"
    style=$(basename "$(find "$share/static" -name 'app.*.css')")
    for path in /static/"$style" /; do
        tap_ok "browsers are told to stay with TLS at ${path%%.*}" sh -c "curl -sk -D - -o /dev/null https://127.0.0.1:$port$path | grep -qi '^strict-transport-security: max-age=31536000'"
    done
    tap_ok "without workers a page says so" sh -c "curl -sk https://127.0.0.1:$port/ | grep -q 'does not answer'"
    tap_ok "old TLS is refused" sh -c "! curl -sk --tls-max 1.1 -o /dev/null https://127.0.0.1:$port/"
fi

# --- make distcheck, the tests left out: they have run already
if [ "${LEADGEN_DISTCHECK:-1}" != 0 ]; then
    tap_ok "make distcheck" make -s -j "$(nproc)" -C "$build" distcheck TESTS= distdir="leadgen-distcheck-$$" >"$dir/distcheck.log" 2>&1 ||
        tail -25 "$dir/distcheck.log" | sed 's/^/# /'
    rm -f "$build/leadgen-distcheck-$$".tar.*
fi
tap_done
