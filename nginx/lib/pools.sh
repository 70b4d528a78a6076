# The processes of the program: three FastCGI pools and the minute tick. Used by up and down.
# A pool is multiwatch (which starts a worker again when one ends) on a socket of spawn-fcgi.

pools="app admin public"

pool_size() {
    case $1 in
    app) echo $((2 * $(nproc))) ;;
    *) echo 2 ;;
    esac
}

# The settings of a process, without those that are only for others.
environment_for() {
    case $1 in
    web) grep -v -e '^LEADGEN_ADMIN_' -e '^LEADGEN_DSN=' -e '_DSN=.*leadgen_owner@' \
        -e '_DSN=.*leadgen_batch@' "$env_file"
        printf 'LEADGEN_DSN=%s\n' "$(env_value LEADGEN_APP_DSN)" ;;
    tick) grep -v '^LEADGEN_ADMIN_PASSWORD=' "$env_file" ;;
    esac
    printf 'LEADGEN_VAR=%s\nPATH=/usr/local/bin:/usr/bin:/bin\nLANG=C.UTF-8\n' "$var"
}

# Changes with everything a running worker has read: program, templates, settings, migrations.
pool_stamp() {
    {
        environment_for web
        pool_size "$1"
        cat "$program_bin/leadgen-web"
        find "$program_templates" "$program_static" "$program_sql/sql/migrations" -type f \
            -not -path '*/node_modules/*' 2>/dev/null | LC_ALL=C sort | xargs -r cksum
    } | cksum
}

# The part of it that a worker gets from multiwatch: with another one the pool starts anew.
pool_frame() {
    {
        environment_for web
        pool_size "$1"
        printf '%s\n' "$program_bin"
    } | cksum
}

start_pool() {
    pool=$1
    # shellcheck disable=SC2046 # values hold no spaces (choose_paths)
    if pid=$(pid_of "pool-$pool") && [ -S "$web_sock/$pool.sock" ] &&
        [ "$(cat "$run/pool-$pool.frame" 2>/dev/null)" = "$(pool_frame "$pool")" ]; then
        if [ "$(cat "$run/pool-$pool.stamp" 2>/dev/null)" = "$(pool_stamp "$pool")" ] &&
            [ "$(children_of "$pid" | wc -l)" = "$(pool_size "$pool")" ]; then
            step "pool $pool" "running"
            return 0
        fi
        roll_pool "$pool" "$pid"
        return
    fi
    stop_process "pool-$pool" 30
    rm -f "$web_sock/$pool.sock"
    spawn "pool-$pool" "$log/web-$pool.log" env -i $(environment_for web) \
        spawn-fcgi -n -s "$web_sock/$pool.sock" -M 0600 -b 4096 -- \
        "$(command -v multiwatch)" -s TERM -f "$(pool_size "$pool")" -- "$program_bin/leadgen-web" --pool "$pool"
    pool_frame "$pool" >"$run/pool-$pool.frame"
    pool_stamp "$pool" >"$run/pool-$pool.stamp"
    if wait_for 10 test -S "$web_sock/$pool.sock" && sleep 0.3 && pool_lives "$pool"; then
        step "pool $pool" "started, $(pool_size "$pool") workers"
    else
        pool_failed "$pool"
    fi
}

pool_lives() {
    pid=$(pid_of "pool-$1") && [ -n "$(children_of "$pid")" ]
}

pool_failed() {
    say "  The pool $1 does not run. The end of $log/web-$1.log:" >&2
    tail -3 "$log/web-$1.log" >&2
    failed="$failed pool-$1"
}

# Restarts one worker after the other: each finishes its request, and a new one stands before the
# next goes. Stops at the first that does not come back, so that the old ones go on serving.
roll_pool() {
    pool=$1 watcher=$2 size=$(pool_size "$1")
    for worker in $(children_of "$watcher"); do
        kill -TERM "$worker" 2>/dev/null || continue
        wait_for 60 gone "$worker" || kill -KILL "$worker" 2>/dev/null || true
        if ! wait_for 10 new_worker "$watcher" "$worker" "$size"; then
            break
        fi
    done
    if [ "$(children_of "$watcher" | wc -l)" -lt "$size" ]; then
        # multiwatch has given up on workers: give it a fresh start.
        rm -f "$run/pool-$pool.frame"
        if [ -z "${rolled_back:-}" ]; then
            rolled_back=1
            start_pool "$pool"
            rolled_back=
            return
        fi
        pool_failed "$pool"
        return
    fi
    pool_stamp "$pool" >"$run/pool-$pool.stamp"
    step "pool $pool" "restarted, one worker at a time"
}

new_worker() {
    [ "$(children_of "$1" | grep -cvx "$2")" -ge "$3" ]
}

start_tick() {
    frame=$(environment_for tick | cksum)
    if pid_of tick >/dev/null && [ "$(cat "$run/tick.frame" 2>/dev/null)" = "$frame" ]; then
        step tick "running"
        return 0
    fi
    stop_process tick 60
    # shellcheck disable=SC2046
    spawn tick "$log/tick.log" env -i $(environment_for tick) \
        sh "$program_tick" "$program_bin/leadgen-batch" "$workers"
    echo "$frame" >"$run/tick.frame"
    step tick "every minute, $workers at a time"
}
