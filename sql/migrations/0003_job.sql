-- Jobs: work that no page waits for. The queue, the history of what ended, and the schedule of the
-- recurring tasks. All are exempt from row-level security, because a worker claims before it knows
-- for whom it works: pages reach them through the functions below and hold no grants, jobs through
-- sql/queries/pipeline. Kinds and tasks themselves are rows of src/domain/pipeline/tasks.c.

-- Tables cut into months, and how long their months are kept (NULL: for ever).
CREATE TABLE app.partitioned (
    name text PRIMARY KEY,
    keep_months integer CONSTRAINT partitioned_keep CHECK (keep_months > 0)
);

-- Makes the partitions of this month and the next two, drops those past their time; says what it
-- did. Rows that already sit in a default partition stay there, and their month with them.
CREATE FUNCTION app.ensure_partitions() RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET lock_timeout = '2s' AS $$
DECLARE
    parent record;
    month date;
    part text;
    made integer := 0;
    dropped integer := 0;
BEGIN
    FOR parent IN SELECT name, keep_months FROM app.partitioned ORDER BY name LOOP
        FOR n IN 0..2 LOOP
            month := date_trunc('month', now() AT TIME ZONE 'UTC') + make_interval(months => n);
            part := parent.name || to_char(month, '_YYYY_MM');
            CONTINUE WHEN to_regclass(part) IS NOT NULL;
            BEGIN
                EXECUTE format('CREATE TABLE %I PARTITION OF %I FOR VALUES FROM (%L) TO (%L)',
                    part, parent.name, month || ' 00:00+00',
                    (month + interval '1 month')::date || ' 00:00+00');
                made := made + 1;
            EXCEPTION WHEN check_violation THEN
                RAISE WARNING '% stays in the default partition', part;
            END;
        END LOOP;
        month := date_trunc('month', now() AT TIME ZONE 'UTC')
            - make_interval(months => parent.keep_months);
        FOR part IN
            SELECT c.relname FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
            WHERE i.inhparent = parent.name::regclass AND c.relname ~ '_[0-9]{4}_[0-9]{2}$'
                AND to_date(right(c.relname, 7), 'YYYY_MM') < month
        LOOP
            EXECUTE format('DROP TABLE %I', part);
            dropped := dropped + 1;
        END LOOP;
    END LOOP;
    RETURN format('%s made, %s dropped', made, dropped);
END $$;

-- For migrations: cuts a table (PARTITION BY RANGE of a timestamptz) into months from now on.
CREATE FUNCTION app.partition_by_month(name text, keep_months integer) RETURNS void LANGUAGE sql AS $$
    INSERT INTO app.partitioned VALUES (name, keep_months);
    SELECT app.ensure_partitions();
$$;

CREATE SEQUENCE job_place;
CREATE TABLE job (
    job_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    -- Order in the queue, new each time the job becomes ready: so claims never walk over what was
    -- claimed before, and the number also names the one claim that may write (the lease).
    place bigint NOT NULL DEFAULT nextval('job_place'),
    tenant_id bigint NOT NULL REFERENCES tenant,
    actor bigint REFERENCES user_account, -- who asked; NULL: the system or the command line
    kind text NOT NULL,
    subject bigint,                       -- id of what it works on
    payload jsonb NOT NULL DEFAULT '{}',
    state text NOT NULL DEFAULT 'ready'
        CONSTRAINT job_state CHECK (state IN ('ready', 'waiting', 'running', 'dead')),
    attempts integer NOT NULL DEFAULT 0,  -- runs in a row that brought no progress
    next_at timestamptz,                  -- waiting: not before
    lease_until timestamptz,              -- running: past it, somebody else may take over
    worker text,
    done bigint NOT NULL DEFAULT 0,
    total bigint NOT NULL DEFAULT 0,      -- 0: not known
    message text,
    reason text,                          -- why the last run failed, in words
    cancel_at timestamptz,                -- when somebody asked to stop it
    created_at timestamptz NOT NULL DEFAULT now(),
    started_at timestamptz,               -- the first claim
    claimed_at timestamptz,               -- the last one,
    claimed_done bigint NOT NULL DEFAULT 0, -- and how far the job was then
    beat_at timestamptz
) WITH (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02);
CREATE INDEX job_ready ON job (place) WHERE state = 'ready';
CREATE INDEX job_waiting ON job (next_at) WHERE state = 'waiting';
CREATE INDEX job_running ON job (job_id) WHERE state = 'running';
CREATE INDEX job_by_tenant ON job (tenant_id, job_id);
-- The same work is not queued twice.
CREATE UNIQUE INDEX job_subject_unique ON job (tenant_id, kind, subject)
    WHERE subject IS NOT NULL AND state <> 'dead';

CREATE TABLE job_history (
    job_id bigint NOT NULL,
    tenant_id bigint NOT NULL,
    actor bigint,
    kind text NOT NULL,
    subject bigint,
    payload jsonb NOT NULL,
    state text NOT NULL CONSTRAINT job_history_state CHECK (state IN ('done', 'cancelled', 'dead')),
    attempts integer NOT NULL,
    worker text,
    done bigint NOT NULL,
    total bigint NOT NULL,
    message text,
    reason text,
    created_at timestamptz NOT NULL,
    started_at timestamptz,
    finished_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (job_id, finished_at)
) PARTITION BY RANGE (finished_at);
CREATE INDEX job_history_by_tenant ON job_history (tenant_id, job_id);
SELECT app.partition_by_month('job_history', 12);
GRANT SELECT, UPDATE, DELETE ON job TO leadgen_batch;
GRANT SELECT, INSERT ON job_history TO leadgen_batch;
GRANT USAGE, SELECT ON SEQUENCE job_place TO leadgen_batch;

-- What pages show of a job, ended or not. Times are seconds since 1970.
CREATE VIEW job_shown AS
    SELECT job_id, tenant_id, kind, subject, state, attempts, done, total, message, reason, actor,
        cancel_at IS NOT NULL AS cancel_asked,
        CASE WHEN state = 'running' AND done > claimed_done AND beat_at > claimed_at
            THEN (done - claimed_done) / extract(epoch FROM beat_at - claimed_at)::float8 END AS rate,
        extract(epoch FROM created_at)::bigint AS created_at,
        extract(epoch FROM started_at)::bigint AS started_at,
        extract(epoch FROM CASE WHEN state = 'waiting' THEN next_at END)::bigint AS next_at,
        NULL::bigint AS finished_at
    FROM job
    UNION ALL
    SELECT job_id, tenant_id, kind, subject, state, attempts, done, total, message, reason, actor,
        false, NULL, extract(epoch FROM created_at)::bigint, extract(epoch FROM started_at)::bigint,
        NULL, extract(epoch FROM finished_at)::bigint
    FROM job_history;

-- True for a super admin's session.
CREATE FUNCTION app.is_super() RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT EXISTS (SELECT FROM user_account
        WHERE user_id = app.actor() AND is_super AND deactivated_at IS NULL)
$$;

-- May the session see this tenant's jobs? Its own tenant's; outside a tenant a super admin sees all.
CREATE FUNCTION app.sees_jobs(of_tenant bigint) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT CASE WHEN app.tenant() IS NULL THEN app.is_super() ELSE of_tenant = app.tenant() END
$$;

-- Puts a job of the session's tenant and actor into the queue, in the caller's transaction; workers
-- wake when it commits. With a subject: the one already waiting or running for it stays the only one.
CREATE FUNCTION app.job_enqueue(new_kind text, new_subject bigint, new_payload jsonb) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE id bigint;
BEGIN
    LOOP
        INSERT INTO job (tenant_id, actor, kind, subject, payload)
        VALUES (app.tenant(), app.actor(), new_kind, new_subject, new_payload)
        ON CONFLICT DO NOTHING RETURNING job_id INTO id;
        EXIT WHEN id IS NOT NULL;
        SELECT job_id INTO id FROM job WHERE tenant_id = app.tenant() AND kind = new_kind
            AND subject = new_subject AND state <> 'dead';
        EXIT WHEN id IS NOT NULL;
    END LOOP;
    PERFORM pg_notify('leadgen_job', '');
    RETURN id;
END $$;

CREATE FUNCTION app.job_read(id bigint) RETURNS SETOF job_shown
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT * FROM job_shown WHERE job_id = id AND app.sees_jobs(tenant_id) ORDER BY finished_at LIMIT 1
$$;

-- Jobs, newest first, below the id `before`; wanted NULL: in every state.
CREATE FUNCTION app.job_list(wanted text, before bigint, most integer) RETURNS SETOF job_shown
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT * FROM job_shown
    WHERE CASE WHEN app.tenant() IS NULL THEN app.is_super() ELSE tenant_id = app.tenant() END
        AND job_id < before AND (wanted IS NULL OR state = wanted)
    ORDER BY job_id DESC LIMIT most
$$;

-- Files a job away. The row lock waits for whoever writes under its lease.
CREATE FUNCTION app.job_file(id bigint, how text) RETURNS void LANGUAGE sql
SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH gone AS (DELETE FROM job WHERE job_id = id RETURNING *)
    INSERT INTO job_history (job_id, tenant_id, actor, kind, subject, payload, state, attempts,
        worker, done, total, message, reason, created_at, started_at)
    SELECT job_id, tenant_id, actor, kind, subject, payload, how, attempts,
        worker, done, total, message, reason, created_at, started_at
    FROM gone
$$;

-- Asks a job to stop. Its own code ends it, so that what it works on is left in order: a waiting
-- job is woken for that. A dead one is filed away. False: there is no such job.
CREATE FUNCTION app.job_cancel(id bigint) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE was text;
BEGIN
    SELECT state INTO was FROM job WHERE job_id = id AND app.sees_jobs(tenant_id) FOR NO KEY UPDATE;
    IF was IS NULL THEN
        RETURN false;
    ELSIF was = 'dead' THEN
        PERFORM app.job_file(id, 'dead');
    ELSIF was = 'waiting' THEN
        UPDATE job SET cancel_at = now(), state = 'ready', next_at = NULL, place = nextval('job_place')
        WHERE job_id = id;
        PERFORM pg_notify('leadgen_job', '');
    ELSE
        UPDATE job SET cancel_at = coalesce(cancel_at, now()) WHERE job_id = id;
    END IF;
    RETURN true;
END $$;

-- Gives a dead job, or one that waits for its next attempt, a fresh start. False: there is none.
CREATE FUNCTION app.job_retry(id bigint) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    UPDATE job SET state = 'ready', attempts = 0, next_at = NULL, cancel_at = NULL,
        place = nextval('job_place')
    WHERE job_id = id AND state IN ('dead', 'waiting') AND app.sees_jobs(tenant_id);
    IF FOUND THEN
        PERFORM pg_notify('leadgen_job', '');
    END IF;
    RETURN FOUND;
END $$;

-- The schedule: one row per recurring task, made from the registry when it is first seen. Either
-- every_seconds, or at_time in zone; admins change them.
CREATE TABLE schedule (
    task text PRIMARY KEY,
    every_seconds bigint CONSTRAINT schedule_every CHECK (every_seconds BETWEEN 1 AND 31622400),
    at_time time CONSTRAINT schedule_at CHECK (extract(second FROM at_time) = 0),
    zone text NOT NULL DEFAULT 'UTC' CONSTRAINT schedule_zone CHECK (now() AT TIME ZONE zone IS NOT NULL),
    enabled boolean NOT NULL DEFAULT true,
    next_at timestamptz NOT NULL,
    started_at timestamptz,
    ended_at timestamptz,
    outcome text CONSTRAINT schedule_outcome CHECK (outcome IN ('running', 'done', 'failed', 'lost')),
    message text,
    worker text,
    CONSTRAINT schedule_when CHECK ((every_seconds IS NULL) <> (at_time IS NULL))
);
GRANT SELECT, INSERT, UPDATE ON schedule TO leadgen_batch;

-- The first run after an instant. Intervals count from it. A wall-clock time is the first minute
-- at which the clock of the zone shows it or is already past it: so a time inside a skipped hour
-- is the end of that hour, and of a repeated hour it is the first.
CREATE FUNCTION app.next_run(after timestamptz, every_seconds bigint, at_time time, zone text)
RETURNS timestamptz LANGUAGE sql STABLE AS $$
    SELECT CASE WHEN every_seconds IS NOT NULL THEN after + make_interval(secs => every_seconds)
    ELSE (
        SELECT min(run.at)
        FROM generate_series(-1, 2) AS day(n)
        CROSS JOIN LATERAL (SELECT (after AT TIME ZONE zone)::date + day.n + at_time AS shown) AS wanted
        CROSS JOIN LATERAL (
            SELECT min(minute) AS at
            FROM generate_series((wanted.shown AT TIME ZONE zone) - interval '3 hours',
                (wanted.shown AT TIME ZONE zone) + interval '3 hours', interval '1 minute') AS minute
            WHERE minute AT TIME ZONE zone >= wanted.shown
        ) AS run
        WHERE run.at > after
    ) END
$$;

-- What is shown of the schedule. Times are seconds since 1970.
CREATE VIEW schedule_shown AS
    SELECT task, every_seconds, to_char(at_time, 'HH24:MI') AS at_time, zone, enabled,
        extract(epoch FROM next_at)::bigint AS next_at,
        extract(epoch FROM started_at)::bigint AS started_at,
        extract(epoch FROM ended_at - started_at)::float8 AS seconds, outcome, message
    FROM schedule;
GRANT SELECT ON schedule_shown TO leadgen_batch;

-- Super admins: the schedule, changing a row, running one now.
CREATE FUNCTION app.schedule_list() RETURNS SETOF schedule_shown
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT * FROM schedule_shown WHERE app.is_super()
$$;

CREATE FUNCTION app.schedule_change(wanted text, new_every bigint, new_at time, new_zone text,
    new_enabled boolean) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    UPDATE schedule SET every_seconds = new_every, at_time = new_at, zone = new_zone,
        enabled = new_enabled, next_at = app.next_run(coalesce(
            CASE WHEN new_every IS NOT NULL THEN started_at END, now()), new_every, new_at, new_zone)
    WHERE task = wanted AND app.is_super();
    RETURN FOUND;
END $$;

CREATE FUNCTION app.schedule_now(wanted text) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    UPDATE schedule SET next_at = now() WHERE task = wanted AND app.is_super();
    IF FOUND THEN
        PERFORM pg_notify('leadgen_job', '');
    END IF;
    RETURN FOUND;
END $$;

-- Batch only: the tenants that recurring tasks work for.
CREATE FUNCTION app.active_tenants() RETURNS TABLE (tenant_id bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT tenant_id FROM tenant WHERE deactivated_at IS NULL ORDER BY tenant_id
$$;

-- Batch only: a new tenant; its id.
CREATE FUNCTION app.tenant_add(new_slug text, new_name text, new_zone text) RETURNS bigint
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    INSERT INTO tenant (slug, name, time_zone) VALUES (new_slug, new_name, new_zone)
    RETURNING tenant_id
$$;

GRANT EXECUTE ON FUNCTION app.is_super(), app.job_enqueue(text, bigint, jsonb),
    app.job_read(bigint), app.job_list(text, bigint, integer), app.job_cancel(bigint),
    app.job_retry(bigint), app.schedule_list(),
    app.schedule_change(text, bigint, time, text, boolean), app.schedule_now(text)
    TO leadgen_app, leadgen_batch;
GRANT EXECUTE ON FUNCTION app.ensure_partitions(), app.job_file(bigint, text),
    app.next_run(timestamptz, bigint, time, text), app.active_tenants(),
    app.tenant_add(text, text, text) TO leadgen_batch;
