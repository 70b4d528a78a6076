# nginx: the site's configuration from its template, start, reload. Used by up.

# Fills the @NAMES@ of a template.
fill() {
    sed -e "s|@LISTEN@|127.0.0.1:$port|g" -e "s|@SOCKETS@|$web_sock|g" -e "s|@CONF@|$var/nginx|g" \
        -e "s|@STATIC@|$program_static|g" \
        -e "s|@FILES@|$var/files|g" -e "s|@LOG@|$log|g" -e "s|@VAR@|$var|g" -e "s|@RUN@|$run|g" "$1"
}

# Replaces a file of the site when its text is another; sets changed.
write_site() {
    fill "$checkout/nginx/$1" >"$var/nginx/$2.new" || fail "$var/nginx cannot be written."
    if cmp -s "$var/nginx/$2.new" "$var/nginx/$2"; then
        rm -f "$var/nginx/$2.new"
    else
        mv "$var/nginx/$2.new" "$var/nginx/$2"
        changed=1
    fi
}

# The written sites of the demo's companies, for their names on this port. They are brought in once
# for each version and port: a crawl never meets half of them.
write_demo_sites() {
    written=$checkout/tests/support/web
    [ "${LEADGEN_DEMO:-1}" != 0 ] && [ -d "$written/sites" ] || return 0
    folder "$var/sites" 755 "$service_user:"
    stamp=$(cd "$written" && { echo "$port $var"; find . -type f | LC_ALL=C sort | xargs cksum; } | cksum)
    [ "$stamp" != "$(cat "$var/sites/stamp" 2>/dev/null)" ] || return 0
    sh "$written/render" "$var/sites" "$port" || fail "$var/sites cannot be written."
    echo "$stamp" >"$var/sites/stamp"
    changed=1
}

write_sites() {
    changed=
    write_demo_sites
    write_site nginx.conf.in nginx.conf
    for name in leadgen leadgen-zones leadgen-locations; do
        write_site "$name.conf.in" "$name.conf"
    done
    mkdir -p "$var/nginx/error"
    for name in leadgen-fastcgi.conf leadgen-headers.conf error/error.css \
        error/400.html error/403.html error/404.html error/413.html error/414.html error/429.html error/502.html \
        error/413.json error/429.json error/502.json; do
        write_site "$name" "$name"
    done
    # The access list is the operator's: written once, then left alone.
    if [ ! -f "$var/nginx/admin-access.conf" ]; then
        cp "$checkout/nginx/admin-access.conf" "$var/nginx/admin-access.conf"
    fi
    # Edited since nginx read it?
    access=$(cksum <"$var/nginx/admin-access.conf")
    [ "$access" = "$(cat "$run/nginx.access" 2>/dev/null)" ] || changed=1
    ! is_root || chown -R "$service_user:" "$var/nginx"
}

# The port is listened on by anybody (any address) according to the kernel.
port_taken() {
    hex=$(printf '%04X' "$port")
    awk -v port=":$hex\$" 'FNR > 1 && $4 == "0A" && $2 ~ port { found = 1 } END { exit !found }' \
        /proc/net/tcp /proc/net/tcp6 2>/dev/null
}

check_port() {
    case $port in
    '' | *[!0-9]*) fail "LEADGEN_PORT=$port is not a number." ;;
    esac
    [ "$port" -ge 1024 ] && [ "$port" -le 65535 ] ||
        fail "LEADGEN_PORT=$port: take a port from 1024 to 65535, nginx runs without root's rights."
    if pid_of nginx >/dev/null && [ "$(env_value LEADGEN_PORT)" = "$port" ]; then
        return 0
    fi
    ! port_taken || fail "port $port is in use by another program." \
        "Choose another: LEADGEN_PORT=$((port + 1)) sh nginx/up"
}

site_command() {
    as_user "$service_user" nginx -p "$var/nginx" -c "$var/nginx/nginx.conf" -e "$log/nginx-error.log" "$@"
}

start_site() {
    PATH=$PATH:/usr/sbin:/sbin
    : >>"$log/nginx-error.log"
    ! is_root || chown "$service_user:" "$log/nginx-error.log"
    if pid=$(pid_of nginx) && [ -z "$changed" ]; then
        step nginx "running"
        return 0
    fi
    site_command -t -q >"$log/nginx-test.log" 2>&1 || {
        cat "$log/nginx-test.log" >&2
        fail "nginx does not accept its configuration in $var/nginx"
    }
    if [ -n "${pid:-}" ] && [ "$(cat "$run/nginx.port" 2>/dev/null)" = "$port" ]; then
        reload_site "$pid"
        step nginx "reloaded"
    else
        stop_process nginx 10
        rm -f "$run/nginx.self"
        site_command 8>&- 9>&- || fail "nginx did not start; see $log/nginx-error.log"
        wait_for 5 test -s "$run/nginx.self" || fail "nginx did not start; see $log/nginx-error.log"
        remember nginx "$(cat "$run/nginx.self")"
        step nginx "started on 127.0.0.1:$port"
    fi
    echo "$port" >"$run/nginx.port"
    echo "$access" >"$run/nginx.access"
}

# Waits until the workers with the new settings have taken over.
reload_site() {
    old=$(children_of "$1" | tr '\n' ' ')
    kill -HUP "$1"
    wait_for 10 workers_other_than "$1" "$old" || true
}

workers_other_than() {
    for worker in $(children_of "$1"); do
        case " $2 " in
        *" $worker "*) grep -q 'shutting down' "/proc/$worker/cmdline" 2>/dev/null || return 1 ;;
        esac
    done
    [ "$(children_of "$1" | tr '\n' ' ')" != "$2" ]
}
