-- The state of the whole system, for super admins.
CREATE FUNCTION app.system_health() RETURNS TABLE (postgresql text, database_bytes bigint,
    database_since bigint, connections bigint, connections_most bigint, ready bigint, waiting bigint,
    running bigint, dead bigint, oldest_ready bigint, beat_at bigint, failed bigint, migration text,
    users bigint, tenants bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
BEGIN
    PERFORM app.need_super();
    RETURN QUERY SELECT current_setting('server_version'), pg_database_size(current_database()),
        app.ms(pg_postmaster_start_time()),
        (SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()),
        current_setting('max_connections')::bigint,
        (SELECT count(*) FROM job WHERE state = 'ready'),
        (SELECT count(*) FROM job WHERE state = 'waiting'),
        (SELECT count(*) FROM job WHERE state = 'running'),
        (SELECT count(*) FROM job WHERE state = 'dead'),
        (SELECT app.ms(created_at) FROM job WHERE state = 'ready' ORDER BY place LIMIT 1),
        app.ms(greatest((SELECT max(started_at) FROM schedule), (SELECT max(beat_at) FROM job))),
        (SELECT count(*) FROM schedule WHERE enabled AND outcome IN ('failed', 'lost')),
        (SELECT max(name) FROM migration),
        (SELECT count(*) FROM user_account WHERE deactivated_at IS NULL),
        (SELECT count(*) FROM tenant WHERE deactivated_at IS NULL);
END $$;

-- Processes by what they call themselves: each holds one connection.
CREATE FUNCTION app.system_pools() RETURNS TABLE (name text, processes bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
BEGIN
    PERFORM app.need_super();
    RETURN QUERY SELECT a.application_name, count(*) FROM pg_stat_activity a
    WHERE a.datname = current_database() AND a.usename IN ('leadgen_app', 'leadgen_batch')
        AND a.application_name <> ''
    GROUP BY a.application_name ORDER BY a.application_name LIMIT 50;
END $$;
GRANT EXECUTE ON FUNCTION app.system_health(), app.system_pools() TO leadgen_app;
