# What up, down and backup share: where things are, words for people, processes by pid.
# Sourced by them with $checkout set; runs nothing by itself.

say() {
    printf '%s\n' "$*"
}

step() {
    printf '  %-12s %s\n' "$1" "$2"
}

fail() {
    printf 'leadgen: %s\n' "$*" >&2
    exit 1
}

is_root() {
    [ "$(id -u)" = 0 ]
}

# A command as another user (root only), in a folder that everybody may enter; everything else runs as the caller.
as_user() {
    user=$1
    shift
    if is_root; then
        (cd / && exec setpriv --reuid="$user" --regid="$user" --init-groups -- "$@")
    else
        "$@"
    fi
}

# True when the user may pass through the folder and read it.
can_enter() {
    as_user "$1" test -x "$2" -a -r "$2" 2>/dev/null
}

# Who runs what: as root a user of its own for us and the distribution's for PostgreSQL.
choose_users() {
    if is_root; then
        service_user=${LEADGEN_USER:-leadgen}
        database_user=postgres
    else
        service_user=$(id -un)
        database_user=$service_user
    fi
}

# Where up has moved out of a checkout that the service user cannot enter, what follows finds it.
choose_var() {
    if [ -z "${LEADGEN_VAR:-}" ] && [ ! -e "$checkout/var" ] && [ -e /var/lib/leadgen/env ]; then
        LEADGEN_VAR=/var/lib/leadgen
    fi
}

# Sets var (run-time data), run (sockets and pids, a short path: a socket has 107 bytes) and the
# names derived from them.
choose_paths() {
    var=${LEADGEN_VAR:-$checkout/var}
    case $var in
    /*) ;;
    *) var=$PWD/$var ;;
    esac
    if [ -d "$var" ]; then
        var=$(cd "$var" && pwd -P) || fail "LEADGEN_VAR=$var cannot be entered."
    fi
    case $checkout$var in
    *[!A-Za-z0-9_./+,@:-]*)
        fail "The paths of the checkout and of LEADGEN_VAR may hold only letters, digits and ._+,@:/-" \
            "($checkout, $var)." ;;
    esac
    hash=$(printf '%s' "$var" | cksum | cut -d' ' -f1)
    if is_root; then
        run=/run/leadgen-$hash
    elif [ ${#var} -le 70 ]; then
        run=$var/run
    else
        run=${TMPDIR:-/tmp}/leadgen-$(id -u)-$hash
        [ ${#run} -le 80 ] || run=/tmp/leadgen-$(id -u)-$hash
    fi
    env_file=$var/env
    log=$var/log
    pg_data=$var/pg/data
    pg_sock=$run/pg
    web_sock=$run/web
}

# Value of a name in the env file; nothing when there is none.
env_value() {
    [ ! -r "$env_file" ] || sed -n "s/^$1=//p" "$env_file" | tail -1
}

# The start time of a process, which with its pid names it for good.
started_at() {
    sed 's/^.*) //' "/proc/$1/stat" 2>/dev/null | cut -d' ' -f20
}

# remember NAME PID: writes the pid file of a process that runs.
remember() {
    printf '%s %s\n' "$2" "$(started_at "$2")" >"$run/$1.pid"
}

# Pid of the process that was remembered under a name; fails when it no longer runs.
pid_of() {
    [ -r "$run/$1.pid" ] || return 1
    read -r pid since <"$run/$1.pid" || return 1
    [ -n "$since" ] && [ "$(started_at "$pid")" = "$since" ] && ! gone "$pid" || return 1
    printf '%s\n' "$pid"
}

children_of() {
    grep -ls "^PPid:[[:space:]]*$1\$" /proc/[0-9]*/status 2>/dev/null | cut -d/ -f3
}

# wait_for SECONDS COMMAND...: true as soon as the command is; false when time is up.
wait_for() {
    tries=$(($1 * 10))
    shift
    while ! "$@" >/dev/null 2>&1; do
        tries=$((tries - 1))
        [ "$tries" -gt 0 ] || return 1
        sleep 0.1
    done
}

# Ended, or only waiting to be buried by its parent.
gone() {
    ! started_at "$1" | grep -q . || grep -qs '^State:[[:space:]]*Z' "/proc/$1/status"
}

# stop_process NAME SECONDS: ends a remembered process and all of its session, politely first.
stop_process() {
    if pid=$(pid_of "$1"); then
        kill -TERM "$pid" 2>/dev/null || true
        if ! wait_for "$2" gone "$pid"; then
            say "  $1 did not stop within $2 s and was killed."
        fi
        kill -KILL -- "-$pid" 2>/dev/null || true
    fi
    rm -f "$run/$1.pid"
}

# spawn NAME LOGFILE COMMAND...: starts a process in a session of its own as the service user.
spawn() {
    name=$1 file=$2
    shift 2
    : >>"$file"
    ! is_root || chown "$service_user:" "$file"
    if is_root; then
        set -- setpriv "--reuid=$service_user" "--regid=$service_user" --init-groups -- "$@"
    fi
    (cd "$var" && exec setsid "$@") >>"$file" 2>&1 </dev/null 9>&- &
    remember "$name" $!
}

# Pids of our processes whose pid files are gone: somebody removed LEADGEN_VAR or /run under them.
# A process is ours when it was started with this very folder.
leftovers() {
    grep -lF -e "$var" /proc/[0-9]*/environ /proc/[0-9]*/cmdline 2>/dev/null | cut -d/ -f3 | sort -u |
        while read -r pid; do
            words=$(tr '\0' ' ' <"/proc/$pid/cmdline") 2>/dev/null || continue
            home=$(tr '\0' '\n' <"/proc/$pid/environ" 2>/dev/null | grep -cxF "LEADGEN_VAR=$var") || true
            case "$(cat "/proc/$pid/comm" 2>/dev/null) $home $words" in
            "multiwatch 1 "* | "leadgen-web 1 "* | "leadgen-batch 1 "*" tick "* | "sh 1 "*"/nginx/tick "* | \
                "postgres "*" -D $pg_data "* | "nginx "*"nginx: master process nginx -p $var/nginx "*)
                echo "$pid" ;;
            esac
        done | grep .
}

stop_leftovers() {
    pids=$(leftovers) || return 1
    # shellcheck disable=SC2086 # pids
    kill -INT $pids 2>/dev/null || true
    # shellcheck disable=SC2086
    kill -TERM $pids 2>/dev/null || true
    wait_for 30 no_leftovers || {
        # shellcheck disable=SC2046
        kill -KILL $(leftovers) 2>/dev/null || true
    }
}

no_leftovers() {
    ! leftovers
}
