# The private PostgreSQL cluster: unix socket only, every role bound to an operating-system user.
# Used by up, down and backup.

# Sets pg_bin to the programs of the version that made the data, or of the newest one installed.
choose_postgres() {
    if as_user "$database_user" test -f "$pg_data/PG_VERSION"; then
        version=$(as_user "$database_user" cat "$pg_data/PG_VERSION")
        pg_bin=/usr/lib/postgresql/$version/bin
        [ -x "$pg_bin/postgres" ] || pg_bin=$(other_postgres "$version")
        [ -n "$pg_bin" ] || fail "the data in $pg_data was made by PostgreSQL $version, which is not" \
            "installed. Install postgresql-$version, or restore a backup into a new LEADGEN_VAR."
        return 0
    fi
    pg_bin=$(newest_postgres)
    [ -x "$pg_bin/initdb" ] || fail "PostgreSQL is not installed: install the package postgresql."
    version=$(major_of "$pg_bin")
    [ "$version" -ge 15 ] || fail "PostgreSQL $version is too old; leadgen needs 15 or later."
}

major_of() {
    "$1/postgres" --version | sed 's/^[^0-9]*//; s/[^0-9].*//'
}

newest_postgres() {
    for folder in /usr/lib/postgresql/*/bin $(pg_config --bindir 2>/dev/null); do
        [ ! -x "$folder/initdb" ] || printf '%s %s\n' "$(major_of "$folder")" "$folder"
    done | sort -n | tail -1 | sed 's/.* //'
}

# The programs of a version outside Debian's layout.
other_postgres() {
    folder=$(pg_config --bindir 2>/dev/null) || return 0
    [ ! -x "$folder/postgres" ] || [ "$(major_of "$folder")" != "$1" ] || printf '%s\n' "$folder"
}

create_cluster() {
    as_user "$database_user" test -f "$pg_data/PG_VERSION" && return 0
    step database "creating a cluster in $pg_data"
    (cd / && as_user "$database_user" "$pg_bin/initdb" -D "$pg_data" -U postgres -k -E UTF8 \
        --locale=C.UTF-8 --auth-local=peer --auth-host=reject) >"$log/initdb.log" 2>&1 || {
        tail -5 "$log/initdb.log" >&2
        as_user "$database_user" rm -rf "$pg_data"
        fail "the database cluster could not be created; see $log/initdb.log"
    }
}

# Who may be whom: the service user is app, batch and owner, the database user is the superuser,
# root (who could become either) may do what the service user may. Nobody else gets in.
write_database_settings() {
    put_database pg_hba.conf "local all all peer map=leadgen"
    {
        echo "leadgen $database_user postgres"
        for user in "$service_user" root; do
            for role in leadgen_app leadgen_batch leadgen_owner; do
                echo "leadgen $user $role"
            done
        done
    } >"$run/ident"
    put_database pg_ident.conf "$(cat "$run/ident")"
    rm -f "$run/ident"
    put_database leadgen.conf "$(database_settings)"
    as_user "$database_user" grep -q "^include_if_exists = 'leadgen.conf'" "$pg_data/postgresql.conf" ||
        printf "include_if_exists = 'leadgen.conf'\n" |
        as_user "$database_user" tee -a "$pg_data/postgresql.conf" >/dev/null
}

put_database() {
    printf '%s\n' "$2" | as_user "$database_user" tee "$pg_data/$1" >/dev/null ||
        fail "$pg_data/$1 cannot be written."
}

database_settings() {
    memory=$(awk '/^MemTotal:/ { print int($2 / 1024) }' /proc/meminfo)
    buffers=$(between 128 $((memory / 8)) 4096)
    shm=$(df -Pk /dev/shm 2>/dev/null | awk 'NR == 2 { print int($2 / 1024) }')
    kind=posix
    [ "${shm:-0}" -ge 256 ] || kind=mmap
    cat <<EOF
# Written by nginx/up each time; your own settings belong into ALTER SYSTEM, which wins over this.
listen_addresses = ''
unix_socket_directories = '$pg_sock'
unix_socket_permissions = 0777
max_connections = $(between 100 $((4 * $(nproc) + 8 * workers + 40)) 1000)
shared_buffers = ${buffers}MB
effective_cache_size = $((memory / 2))MB
dynamic_shared_memory_type = $kind
maintenance_work_mem = 128MB
max_wal_size = 2GB
wal_compression = $(wal_compression)
random_page_cost = 1.1
jit = off
timezone = 'UTC'
log_timezone = 'UTC'
log_lock_waits = on
log_line_prefix = '%m [%p] %u '
EOF
}

# PostgreSQL's own compression costs more than it saves: a bulk change of many records takes seven times as long.
wal_compression() {
    as_user "$database_user" "$pg_bin/postgres" -D "$pg_data" -C wal_compression -c wal_compression=lz4 2>/dev/null || echo off
}

# between LEAST VALUE MOST
between() {
    if [ "$2" -lt "$1" ]; then echo "$1"; elif [ "$2" -gt "$3" ]; then echo "$3"; else echo "$2"; fi
}

database_runs() {
    as_user "$database_user" "$pg_bin/pg_ctl" -D "$pg_data" status >/dev/null 2>&1
}

start_database() {
    if database_runs; then
        if as_user "$database_user" test -S "$pg_sock/.s.PGSQL.5432"; then
            as_user "$database_user" "$pg_bin/pg_ctl" -D "$pg_data" reload >/dev/null
            step database "running"
            return 0
        fi
        # It listens elsewhere: /run was emptied under it, or LEADGEN_VAR was moved.
        stop_database
    fi
    file=$log/postgresql.log
    : >>"$file"
    ! is_root || chown "$database_user:" "$file"
    (cd / && as_user "$database_user" "$pg_bin/pg_ctl" -D "$pg_data" -l "$file" -w -t 120 start) \
        >"$log/pg_ctl.log" 2>&1 8>&- 9>&- || {
        tail -5 "$file" >&2
        fail "PostgreSQL did not start; see $file"
    }
    step database "started"
}

stop_database() {
    if as_user "$database_user" test -f "$pg_data/postmaster.pid" && database_runs; then
        (cd / && as_user "$database_user" "$pg_bin/pg_ctl" -D "$pg_data" -m fast -w -t 60 stop) >/dev/null ||
            fail "PostgreSQL did not stop; see $log/postgresql.log"
        return 0
    fi
    return 1
}

# psql as the superuser of the cluster, which only up needs.
super_sql() {
    (cd / && as_user "$database_user" "$pg_bin/psql" -qXAt -v ON_ERROR_STOP=1 -h "$pg_sock" -U postgres "$@")
}

owner_sql() {
    (cd / && as_user "$service_user" "$pg_bin/psql" -qXAt -v ON_ERROR_STOP=1 -h "$pg_sock" \
        -U leadgen_owner -d leadgen "$@")
}

# Roles (again on each run: a new version may bring new ones) and, once, the empty database.
create_database() {
    super_sql -d postgres -f - <"$checkout/sql/roles.sql" >"$log/roles.log" 2>&1 ||
        fail "the roles could not be created; see $log/roles.log"
    if [ "$(super_sql -d postgres -c "SELECT count(*) FROM pg_database WHERE datname = 'leadgen'")" = 0 ]; then
        super_sql -d postgres -c "CREATE DATABASE leadgen OWNER leadgen_owner" ||
            fail "the database could not be created."
        step database "created"
    fi
    super_sql -d leadgen -c "ALTER SCHEMA public OWNER TO leadgen_owner"
}
