# The processes of the program: three FastCGI pools and the minute tick. Used by up and down.
# A pool is multiwatch (which starts a worker again when one ends) on a socket of spawn-fcgi.

pools="app admin public"

# The settings of a process, without those that are only for others.
environment_for() {
    case $1 in
    web) grep -v -e '^LEADGEN_ADMIN_' -e '^LEADGEN_OWNER_DSN=' -e '^LEADGEN_BATCH_DSN=' "$env_file" ;;
    batch) grep -v '^LEADGEN_ADMIN_PASSWORD=' "$env_file" ;;
    esac
    printf 'LEADGEN_VAR=%s\nPATH=/usr/local/bin:/usr/bin:/bin\nLANG=C.UTF-8\n' "$var"
}

# Changes with everything a running worker has read: program, templates, settings, migrations.
pool_stamp() {
    {
        environment_for web
        cat "$program_bin/leadgen-web"
        find "$program_templates" "$program_static" "$program_sql/sql/migrations" -type f \
            -not -path '*/node_modules/*' 2>/dev/null | LC_ALL=C sort | xargs -r cksum
    } | cksum
}

# The part of it that a worker gets from multiwatch: with another one the pool starts anew.
pool_frame() {
    {
        environment_for web
        nproc
        cat "$checkout/nginx/pool"
        printf '%s\n' "$program_bin"
    } | cksum
}

start_pool() {
    pool=$1
    if pid=$(pid_of "pool-$pool") && [ -S "$web_sock/$pool.sock" ] &&
        [ "$(cat "$run/pool-$pool.frame" 2>/dev/null)" = "$(pool_frame)" ]; then
        if [ "$(cat "$run/pool-$pool.stamp" 2>/dev/null)" != "$(pool_stamp)" ]; then
            roll_pool "$pid" && return 0
        elif [ "$(children_of "$pid" | wc -l)" = "$(cat "$run/pool-$pool.size")" ]; then
            step "pool $pool" "running"
            return 0
        fi
    fi
    stop_process "pool-$pool" 30
    stop_strays
    # shellcheck disable=SC2046 # values hold no spaces (choose_paths)
    spawn "pool-$pool" "$log/web-$pool.log" env -i $(environment_for web) \
        sh "$program_scripts/pool" "$pool" "$web_sock/$pool.sock" "$program_bin/leadgen-web"
    if wait_for 10 test -S "$web_sock/$pool.sock" && sleep 0.3 && pool_lives; then
        pool_frame >"$run/pool-$pool.frame"
        pool_stamp >"$run/pool-$pool.stamp"
        step "pool $pool" "started, $(cat "$run/pool-$pool.size") workers"
    else
        step "pool $pool" "does not run; the end of $log/web-$pool.log:"
        tail -n 3 "$log/web-$pool.log"
        failed="$failed pool-$pool"
    fi
}

# Workers of the pool that have outlived their multiwatch.
stop_strays() {
    for pid in $(leftovers); do
        ! tr '\0' ' ' <"/proc/$pid/cmdline" 2>/dev/null | grep -q "leadgen-web --pool $pool \$" ||
            kill -TERM "$pid" 2>/dev/null || true
    done
}

pool_lives() {
    pid=$(pid_of "pool-$pool") || return 1
    children_of "$pid" | wc -l >"$run/pool-$pool.size"
    [ "$(cat "$run/pool-$pool.size")" -gt 0 ]
}

# One worker after the other. False when the pool has to start anew instead.
roll_pool() {
    if ! sh "$checkout/nginx/roll" "$1"; then
        left=$(children_of "$1" | wc -l)
        [ "$left" -gt 0 ] || return 1
        step "pool $pool" "the new program does not start ($log/web-$pool.log); $left old workers go on"
        failed="$failed pool-$pool"
        return 0
    fi
    # Fewer than it began with: multiwatch has given up on some, earlier.
    [ "$(children_of "$1" | wc -l)" = "$(cat "$run/pool-$pool.size")" ] || return 1
    pool_stamp >"$run/pool-$pool.stamp"
    step "pool $pool" "restarted, one worker at a time"
}

start_tick() {
    frame=$(environment_for batch | cksum)
    if pid_of tick >/dev/null && [ "$(cat "$run/tick.frame" 2>/dev/null)" = "$frame" ]; then
        step tick "running"
        return 0
    fi
    stop_process tick 60
    # shellcheck disable=SC2046
    spawn tick "$log/tick.log" env -i $(environment_for batch) \
        sh "$program_scripts/tick" "$program_bin/leadgen-batch" "$workers"
    echo "$frame" >"$run/tick.frame"
    step tick "every minute, $workers at a time"
}
