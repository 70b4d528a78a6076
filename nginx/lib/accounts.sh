# Settings, secrets, first account, demo, and the words at the end. Used by up.

random_text() {
    head -c "$1" /dev/urandom | base64 | tr '+/' '-_' | tr -d '=\n'
}

# The env file: settings of this run, the password that was made on the first one, and whatever
# other lines the operator has added.
write_env() {
    email=$(env_value LEADGEN_ADMIN_EMAIL)
    password=$(env_value LEADGEN_ADMIN_PASSWORD)
    email=${email:-${LEADGEN_ADMIN_EMAIL:-admin@leadgen.example}}
    password=${password:-${LEADGEN_ADMIN_PASSWORD:-$(random_text 15)}}
    url=${LEADGEN_URL:-$(env_value LEADGEN_URL)}
    case $url in
    '' | http://127.0.0.1:*) url=http://127.0.0.1:$port ;;
    esac
    socket=$(printf '%s' "$pg_sock" | sed 's|/|%2F|g')
    (
        umask 077
        cat >"$run/env" <<EOF
LEADGEN_URL=$url
LEADGEN_PORT=$port
LEADGEN_DSN=postgresql://leadgen_app@$socket/leadgen
LEADGEN_APP_DSN=postgresql://leadgen_app@$socket/leadgen
LEADGEN_BATCH_DSN=postgresql://leadgen_batch@$socket/leadgen
LEADGEN_OWNER_DSN=postgresql://leadgen_owner@$socket/leadgen
LEADGEN_FILES=$var/files
LEADGEN_KEYFILE=$var/keys
LEADGEN_TEMPLATES=$program_templates
LEADGEN_STATIC=$program_static
LEADGEN_SRCDIR=$program_sql
LEADGEN_WORKERS=$workers
LEADGEN_ADMIN_EMAIL=$email
LEADGEN_ADMIN_PASSWORD=$password
EOF
        # Where the names of the demo's sites lead; a list of the operator's own stays.
        [ "${LEADGEN_DEMO:-1}" = 0 ] || [ -n "$(env_value LEADGEN_RESOLVE)" ] ||
            echo "LEADGEN_RESOLVE=$var/sites/resolve" >>"$run/env"
        if [ -f "$env_file" ]; then
            sed -n 's/^\([A-Z_]*=\).*/^\1/p' "$run/env" >"$run/env.names"
            grep -v -f "$run/env.names" "$env_file" >>"$run/env" || true
        fi
        replace_env "$run/env"
        # Keys of stored secrets: without this file they cannot be read again.
        [ -s "$var/keys" ] || printf 'seal %s\nsuppression %s\n' "$(random_hex)" "$(random_hex)" >"$var/keys"
    )
    rm -f "$run/env" "$run/env.names"
    ! is_root || chown "$service_user:" "$env_file" "$var/keys"
}

# In one move, so that no reader meets half a file.
replace_env() {
    (umask 077 && cp "$1" "$env_file.new") && mv "$env_file.new" "$env_file" ||
        fail "$env_file cannot be written."
    ! is_root || chown "$service_user:" "$env_file"
}

random_hex() {
    head -c 32 /dev/urandom | od -An -v -tx1 | tr -d ' \n'
}

# leadgen-batch as the service user, with this copy's settings only.
batch() {
    # shellcheck disable=SC2046 # values hold no spaces
    (cd / && as_user "$service_user" env -i $(environment_for batch) "$program_bin/leadgen-batch" "$@")
}

batch_knows() {
    batch --help 2>/dev/null | grep -q "^  $1 "
}

migrate_database() {
    batch migrate >"$log/migrate.log" 2>&1 || {
        tail -5 "$log/migrate.log" >&2
        fail "the database could not be brought to this version; see $log/migrate.log." \
            "Its data is as it was before the step that failed."
    }
    applied=$(grep -c '^applied ' "$log/migrate.log" || true)
    [ "$applied" = 0 ] && step migrate "up to date" || step migrate "$applied applied"
}

# A backup (see nginx/backup) into a database that has never held anything.
restore_backup() {
    from=${LEADGEN_RESTORE:-}
    [ -n "$from" ] || return 0
    [ -r "$from/leadgen.dump" ] && [ -r "$from/keys" ] ||
        fail "LEADGEN_RESTORE=$from holds no backup (leadgen.dump, keys, files)."
    if [ "$(super_sql -d leadgen -c "SELECT count(*) FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace
        WHERE nspname = 'public' AND relkind = 'r'")" != 0 ]; then
        fail "$var holds data already. A backup goes only into a new folder: set LEADGEN_VAR to one."
    fi
    step restore "from $from"
    cp "$from/keys" "$var/keys"
    cp -R "$from/files/." "$var/files/"
    ! is_root || chown -R "$service_user:" "$var/keys" "$var/files"
    (cd / && as_user "$service_user" "$pg_bin/pg_restore" -h "$pg_sock" -U leadgen_owner -d leadgen \
        --exit-on-error --single-transaction --no-comments) <"$from/leadgen.dump" >"$log/restore.log" 2>&1 || {
        tail -5 "$log/restore.log" >&2
        fail "the backup could not be restored; see $log/restore.log. The database is as empty as before."
    }
    # The people in it keep their passwords, the first admin too.
    if [ -r "$from/admin" ]; then
        (umask 077 && { grep -v '^LEADGEN_ADMIN_' "$env_file" && cat "$from/admin"; } >"$run/env")
        replace_env "$run/env"
        rm -f "$run/env"
    fi
}

# The first super admin, unless there is one.
create_admin() {
    [ "$(owner_sql -c "SELECT count(*) FROM user_account WHERE is_super")" = 0 ] || return 0
    email=$(env_value LEADGEN_ADMIN_EMAIL)
    env_value LEADGEN_ADMIN_PASSWORD |
        batch user add "$email" --super --name Admin --password-stdin >"$log/admin.log" 2>&1 || {
        cat "$log/admin.log" >&2
        failed="$failed admin"
        return 0
    }
    step admin "created $email"
}

load_demo() {
    [ "${LEADGEN_DEMO:-1}" != 0 ] && batch_knows demo || return 0
    [ "$(owner_sql -c "SELECT count(*) FROM tenant WHERE is_demo")" = 0 ] || return 0
    step demo "loading"
    batch demo >"$log/demo.log" 2>&1 || {
        tail -5 "$log/demo.log" >&2
        failed="$failed demo"
    }
}

check_health() {
    if ! wait_for 10 curl -fsS --noproxy '*' -m 5 "http://127.0.0.1:$port/healthz"; then
        failed="$failed healthz"
        return 0
    fi
    step health "ok"
}

# A pool queues up to 4096 requests, if the kernel lets it.
check_kernel() {
    most=$(cat /proc/sys/net/core/somaxconn 2>/dev/null || echo 4096)
    [ "$most" -ge 4096 ] || say "  Under heavy load this machine turns requests away early;" \
        "as root: sysctl -w net.core.somaxconn=4096, then down and up."
}

report() {
    say
    if [ -n "$failed" ]; then
        say "leadgen is up in part (after $(($(date +%s) - began)) s). Not running:$failed"
    else
        say "leadgen is up (after $(($(date +%s) - began)) s)."
    fi
    say
    say "  Address   $(env_value LEADGEN_URL)/"
    say "  E-mail    $(env_value LEADGEN_ADMIN_EMAIL)"
    say "  Password  $(env_value LEADGEN_ADMIN_PASSWORD)"
    say
    say "  Settings are in $env_file, logs in $log; sh nginx/down stops it."
}
