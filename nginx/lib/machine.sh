# The machine: packages, the service user, folders, and the build. Used by up.

packages_wanted() {
    sed 's/#.*//' "$checkout/nginx/packages.txt" | awk 'NF { print $1 }'
    # npm fetches the front-end libraries; it may come from elsewhere than Debian.
    if ! command -v npm >/dev/null 2>&1 && [ ! -d "$checkout/build/static/npm/node_modules" ]; then
        echo npm
    fi
}

packages_missing() {
    packages_wanted | while read -r package; do
        case $(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null) in
        installed) ;;
        *) printf '%s ' "$package" ;;
        esac
    done
}

# Without apt nothing can be installed, but everything may be there.
check_commands() {
    missing=
    for command in autoreconf make gcc nginx psql spawn-fcgi multiwatch curl; do
        command -v "$command" >/dev/null 2>&1 || missing="$missing $command"
    done
    [ -z "$missing" ] || fail "this machine has no apt, and these commands are missing:$missing." \
        "Install them (nginx/packages.txt lists what is needed) and run this again."
}

install_packages() {
    PATH=$PATH:/usr/sbin:/sbin
    if ! command -v dpkg-query >/dev/null 2>&1 || ! command -v apt-get >/dev/null 2>&1; then
        check_commands
        return
    fi
    missing=$(packages_missing)
    [ -n "$missing" ] || return 0
    if ! is_root; then
        fail "packages are missing. Install them, then run this again:
  sudo apt-get install -y --no-install-recommends $missing"
    fi
    step packages "installing $missing"
    # The distribution's own nginx and PostgreSQL are not ours to start.
    policy=/usr/sbin/policy-rc.d
    if [ ! -e "$policy" ]; then
        trap 'rm -f /usr/sbin/policy-rc.d' EXIT INT TERM
        printf '#!/bin/sh\nexit 101\n' >"$policy"
        chmod 755 "$policy"
        apt_install "$missing"
        rm -f "$policy"
        trap - EXIT INT TERM
    else
        apt_install "$missing"
    fi
}

apt_install() {
    # shellcheck disable=SC2086 # a list of package names
    {
        DEBIAN_FRONTEND=noninteractive apt-get install -qy --no-install-recommends $1 ||
            { apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -qy --no-install-recommends $1; }
    } >/tmp/leadgen-apt.$$ 2>&1 || {
        tail -5 /tmp/leadgen-apt.$$ >&2
        rm -f /tmp/leadgen-apt.$$
        fail "apt-get could not install the packages. Try it by hand: apt-get install $1"
    }
    rm -f /tmp/leadgen-apt.$$
}

create_user() {
    is_root || return 0
    id "$service_user" >/dev/null 2>&1 && return 0
    useradd --system --user-group --home-dir /var/lib/leadgen --no-create-home \
        --shell /usr/sbin/nologin "$service_user" || fail "the user $service_user cannot be created."
    step user "created the system user $service_user"
}

# Moves to /var/lib/leadgen where the service user may not enter the checkout: the program is then
# copied there, because that user could not even start it from here.
choose_home() {
    program=$checkout
    build=$checkout/build
    if can_enter "$service_user" "$checkout"; then
        return 0
    fi
    program=
    [ -z "${LEADGEN_VAR:-}" ] || return 0
    LEADGEN_VAR=/var/lib/leadgen
    choose_paths
    say "  The user $service_user cannot enter $checkout: using LEADGEN_VAR=$LEADGEN_VAR"
    [ -e "$checkout/var" ] || ln -s "$LEADGEN_VAR" "$checkout/var" 2>/dev/null || true
}

folder() {
    mkdir -p "$1" || fail "$1 cannot be created: check who owns the folder above it."
    chmod "$2" "$1" 2>/dev/null || fail "$1 belongs to another user. Run this as the user who ran it before."
    if is_root && [ -n "${3:-}" ]; then
        chown "$3" "$1"
    fi
}

make_folders() {
    folder "$var" 711 "$service_user:"
    check_disk "$var" 512
    folder "$log" 711 "$service_user:"
    folder "$var/files" 700 "$service_user:"
    folder "$var/pg" 711 "$database_user:"
    folder "$var/nginx" 700 "$service_user:"
    folder "$var/nginx/tmp" 700 "$service_user:"
    folder "$run" 711 "$service_user:"
    folder "$web_sock" 700 "$service_user:"
    if is_root; then
        folder "$pg_sock" 750 "$database_user:$service_user"
    else
        folder "$pg_sock" 700
    fi
    for user in "$service_user" "$database_user"; do
        can_pass "$user" "$var" || fail "the user $user cannot enter $var." \
            "Choose another folder: LEADGEN_VAR=/var/lib/leadgen sh nginx/up"
    done
}

can_pass() {
    as_user "$1" test -x "$2" 2>/dev/null
}

# check_disk FOLDER MEGABYTES
check_disk() {
    free=$(df -Pk "$1" | awk 'NR == 2 { print int($4 / 1024) }')
    [ "${free:-0}" -ge "$2" ] || fail "the disk of $1 has only ${free:-0} MB free; $2 MB are needed." \
        "Nothing was changed. Free some space or set LEADGEN_VAR to a folder on another disk."
}

# Builds what is out of date; two copies of up may run at once, so under a lock.
build_program() {
    check_disk "$checkout" 200
    mkdir -p "$build" 2>/dev/null && [ -w "$build" ] && [ -w "$checkout" ] ||
        fail "$checkout cannot be written by $(id -un): the build needs $build."
    exec 8>"$build/.lock"
    flock 8
    if [ ! -f "$checkout/configure" ] || [ "$checkout/configure.ac" -nt "$checkout/configure" ] ||
        [ ! -f "$checkout/ar-lib" ] || [ ! -f "$checkout/tap-driver.sh" ]; then
        step configure "autoreconf"
        quietly "$build/autoreconf.log" autoreconf -i "$checkout"
    fi
    if [ ! -f "$build/Makefile" ]; then
        step configure "checking the machine's libraries"
        (cd "$build" && quietly "$build/configure.log" "$checkout/configure" -q)
    fi
    before=$(build_stamp)
    step build "make (log: $build/make.log)"
    quietly "$build/make.log" make -C "$build" -j "$(nproc)" all
    [ "$before" != "$(build_stamp)" ] || step build "up to date"
    flock -u 8
    exec 8>&-
}

build_stamp() {
    ls -l --time-style=full-iso "$build/leadgen-web" "$build/leadgen-batch" 2>/dev/null || true
}

# quietly LOG COMMAND...: output into a file, shown only when the command fails.
quietly() {
    file=$1
    shift
    "$@" >"$file" 2>&1 && return 0
    tail -20 "$file" >&2
    fail "$1 failed; the whole output is in $file"
}

# Sets program_* : where the running processes take the program from.
place_program() {
    if [ -n "$program" ]; then
        program_bin=$build program_templates=$checkout/templates
        program_static=$build/static program_sql=$checkout
        program_scripts=$checkout/nginx
        [ -d "$program_static" ] || program_static=$checkout/static
    else
        quietly "$build/install.log" make -C "$build" install \
            prefix="$var/program" sysconfdir="$var/program/etc" mandir="$var/program/man"
        program_bin=$var/program/bin program_templates=$var/program/share/leadgen/templates
        program_static=$var/program/share/leadgen/static program_sql=$var/program/share/leadgen
        program_scripts=$var/program/share/leadgen/nginx
    fi
    can_enter "$service_user" "$program_static" || [ ! -d "$program_static" ] ||
        fail "the user $service_user cannot read $program_static."
}
