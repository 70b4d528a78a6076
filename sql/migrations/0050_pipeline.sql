-- The pipeline: runs over companies and contacts, the queue of their stages, what each stage answered,
-- and the money that they may spend. Stages themselves are rows of src/domain/pipeline/stages.c.

ALTER TABLE change_set DROP CONSTRAINT change_set_kind;
ALTER TABLE change_set ADD CONSTRAINT change_set_kind CHECK (kind IN (
    'import', 'create', 'edit', 'delete', 'restore', 'bulk', 'merge', 'undo', 'stage')) NOT VALID;

-- One run: which records, through which stages, how far.
CREATE TABLE pipeline_run (
    tenant_id bigint NOT NULL REFERENCES tenant,
    run_id bigint GENERATED ALWAYS AS IDENTITY,
    title text NOT NULL CONSTRAINT pipeline_run_title_form CHECK (length(title) BETWEEN 1 AND 200),
    entity smallint NOT NULL CONSTRAINT pipeline_run_entity CHECK (entity IN (1, 2)),
    filter text NOT NULL,          -- which records; '' with ids: those alone
    ids bigint[],                  -- chosen by hand; emptied when gathered
    stages text[] NOT NULL,        -- in the registry's order
    sample bigint CONSTRAINT pipeline_run_sample CHECK (sample > 0), -- at most so many, by chance
    redo_days integer NOT NULL DEFAULT 0, -- results younger than that are kept; 0: none is
    priority smallint NOT NULL DEFAULT 0 CONSTRAINT pipeline_run_priority CHECK (priority BETWEEN -9 AND 9),
    state text NOT NULL DEFAULT 'gathering' CONSTRAINT pipeline_run_state
        CHECK (state IN ('draft', 'gathering', 'running', 'paused', 'done', 'cancelled', 'failed')),
    reason text,                   -- why it is paused or failed, in words
    records bigint NOT NULL DEFAULT 0, -- how many were chosen
    gathered bigint NOT NULL DEFAULT 0, -- how many of them are in the queue
    estimate_micros bigint NOT NULL DEFAULT 0,
    reservation_id bigint,         -- what it may spend
    spent_micros bigint NOT NULL DEFAULT 0,
    job_id bigint,                 -- the job that gathers, cancels or retries
    created_by bigint REFERENCES user_account,
    created_at timestamptz NOT NULL DEFAULT now(),
    started_at timestamptz,
    finished_at timestamptz,
    PRIMARY KEY (tenant_id, run_id)
);
CREATE INDEX pipeline_run_active ON pipeline_run (tenant_id, run_id)
    WHERE state IN ('gathering', 'running', 'paused');
SELECT app.protect('pipeline_run');

-- The stages of a run with what came of them. total = the sum of the results + what is still open.
CREATE TABLE run_stage (
    tenant_id bigint NOT NULL,
    run_id bigint NOT NULL,
    stage text NOT NULL,
    total bigint NOT NULL DEFAULT 0,
    done bigint NOT NULL DEFAULT 0,
    partial bigint NOT NULL DEFAULT 0,
    no_match bigint NOT NULL DEFAULT 0,
    stopped bigint NOT NULL DEFAULT 0, -- by this gate
    blocked bigint NOT NULL DEFAULT 0, -- by a gate or a failure before it
    skipped bigint NOT NULL DEFAULT 0, -- young enough, or not for that country
    failed bigint NOT NULL DEFAULT 0,
    worked bigint NOT NULL DEFAULT 0,  -- results that took work,
    seconds float8 NOT NULL DEFAULT 0, -- and how long that was
    cost_micros bigint NOT NULL DEFAULT 0,
    first_at timestamptz,
    last_at timestamptz,
    PRIMARY KEY (tenant_id, run_id, stage),
    FOREIGN KEY (tenant_id, run_id) REFERENCES pipeline_run
) WITH (fillfactor = 50);
SELECT app.protect('run_stage');

-- What a stage answered for a record in a run: exactly one row each.
CREATE TABLE stage_result (
    tenant_id bigint NOT NULL,
    run_id bigint NOT NULL,
    entity smallint NOT NULL,
    record_id bigint NOT NULL,
    stage text NOT NULL,
    result text NOT NULL CONSTRAINT stage_result_result CHECK (result IN ('done', 'partial', 'no_match',
        'stopped', 'blocked', 'skipped', 'failed')),
    cause text,   -- for grouping
    message text, -- for people
    attempts integer NOT NULL,
    seconds real NOT NULL,
    cost_micros bigint NOT NULL,
    at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, run_id, stage, entity, record_id)
);
CREATE INDEX stage_result_trouble ON stage_result (tenant_id, run_id, stage, cause)
    WHERE result IN ('failed', 'stopped', 'no_match');
CREATE INDEX stage_result_by_record ON stage_result (tenant_id, entity, record_id, at);
CREATE INDEX stage_result_by_time ON stage_result (tenant_id, at);
SELECT app.protect('stage_result');

-- What a stage last found out for a record, whichever run it was: what later stages and runs go by.
CREATE TABLE stage_latest (
    tenant_id bigint NOT NULL,
    entity smallint NOT NULL,
    record_id bigint NOT NULL,
    stage text NOT NULL,
    result text NOT NULL,
    cause text,
    run_id bigint NOT NULL,
    at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, entity, record_id, stage)
) WITH (fillfactor = 80);
SELECT app.protect('stage_latest');

-- The queue: one row per record of a run that is still under way, with the stage that comes next. A
-- worker claims before it knows for whom it works, so it is exempt from row-level security.
CREATE SEQUENCE stage_place;
CREATE TABLE stage_work (
    tenant_id bigint NOT NULL,
    run_id bigint NOT NULL,
    entity smallint NOT NULL,
    record_id bigint NOT NULL,
    -- Order in the queue, new each time the row becomes ready; also names the one claim that may write.
    place bigint NOT NULL DEFAULT nextval('stage_place'),
    stage text NOT NULL,
    state "char" NOT NULL DEFAULT 'r' CONSTRAINT stage_work_state
        CHECK (state IN ('r', 'w', 'x', 'h')), -- ready, waiting for next_at, at work, held by its company
    company_id bigint,      -- of a contact: whose stages come first
    since timestamptz NOT NULL DEFAULT now(), -- when it came to that stage
    attempts integer NOT NULL DEFAULT 0,
    next_at timestamptz,
    lease_until timestamptz,
    worker text,
    PRIMARY KEY (tenant_id, run_id, entity, record_id)
) WITH (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02);
CREATE INDEX stage_work_ready ON stage_work (tenant_id, run_id, stage, place) WHERE state = 'r';
CREATE INDEX stage_work_waiting ON stage_work (next_at) WHERE state = 'w';
CREATE INDEX stage_work_leased ON stage_work (lease_until) WHERE state = 'x';
CREATE INDEX stage_work_held ON stage_work (tenant_id, run_id, company_id) WHERE state = 'h';
CREATE INDEX stage_work_busy ON stage_work (tenant_id, run_id, stage) WHERE state IN ('w', 'x');
GRANT SELECT, INSERT, UPDATE, DELETE ON stage_work TO leadgen_batch;
GRANT USAGE, SELECT ON SEQUENCE stage_place TO leadgen_batch;

-- Batch only: where ready work may be: stages of runs under way, with the smallest place of a ready row
-- at or above what the caller already knows (arrays by run and stage).
CREATE FUNCTION app.stage_lanes(known_runs bigint[], known_stages text[], known_low bigint[])
RETURNS TABLE (tenant_id bigint, run_id bigint, stage text, stages text[], entity bigint,
    redo_days bigint, priority bigint, actor bigint, low bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH known AS (
        SELECT run_id, stage, low FROM unnest(known_runs, known_stages, known_low) AS k(run_id, stage, low)
    ), lane AS (
        SELECT r.tenant_id, r.run_id, s.stage, r.stages, r.entity, r.redo_days, r.priority, r.created_by,
            (SELECT min(w.place) FROM stage_work w
             WHERE w.tenant_id = r.tenant_id AND w.run_id = r.run_id AND w.stage = s.stage
                 AND w.state = 'r' AND w.place >= coalesce(k.low, 0)) AS low
        FROM pipeline_run r
        JOIN tenant t ON t.tenant_id = r.tenant_id AND t.deactivated_at IS NULL
        JOIN run_stage s ON s.tenant_id = r.tenant_id AND s.run_id = r.run_id
        LEFT JOIN known k ON k.run_id = r.run_id AND k.stage = s.stage
        WHERE r.state = 'running'
    )
    SELECT lane.tenant_id, lane.run_id, lane.stage, lane.stages, lane.entity::bigint,
        lane.redo_days::bigint, lane.priority::bigint, lane.created_by, lane.low
    FROM lane WHERE lane.low IS NOT NULL
$$;

-- Batch only: a table that was just filled for the first time is looked at by the planner now and not in
-- a minute, when autovacuum would.
CREATE FUNCTION app.meet_tables() RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE name text;
BEGIN
    FOR name IN SELECT c.relname FROM pg_class c
        WHERE c.oid IN ('company'::regclass, 'contact'::regclass, 'stage_work'::regclass) AND c.reltuples < 1
            AND pg_relation_size(c.oid) > 0
    LOOP
        EXECUTE format('ANALYZE %I', name);
    END LOOP;
END $$;

-- Batch only: ends the runs that have nothing left to do; counts them.
CREATE FUNCTION app.run_sweep() RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    ended record;
    n bigint := 0;
BEGIN
    FOR ended IN
        SELECT r.tenant_id, r.run_id, r.reservation_id FROM pipeline_run r
        WHERE r.state = 'running' AND NOT EXISTS (SELECT FROM stage_work w
            WHERE w.tenant_id = r.tenant_id AND w.run_id = r.run_id)
        FOR UPDATE SKIP LOCKED
    LOOP
        UPDATE pipeline_run r SET state = 'done', finished_at = now(), reason = NULL
        WHERE r.tenant_id = ended.tenant_id AND r.run_id = ended.run_id;
        PERFORM app.reservation_close(ended.tenant_id, ended.reservation_id);
        INSERT INTO job (tenant_id, kind, subject) VALUES (ended.tenant_id, 'health', 1)
        ON CONFLICT DO NOTHING;
        n := n + 1;
    END LOOP;
    RETURN n;
END $$;

-- What of a run of the session's tenant is being worked on or waits for another attempt.
CREATE FUNCTION app.run_busy(wanted bigint)
RETURNS TABLE (stage text, working bigint, retrying bigint, next_at bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT w.stage, count(*) FILTER (WHERE w.state = 'x'), count(*) FILTER (WHERE w.state = 'w'),
        extract(epoch FROM min(w.next_at) FILTER (WHERE w.state = 'w'))::bigint
    FROM stage_work w
    WHERE w.tenant_id = app.tenant() AND w.run_id = wanted AND w.state IN ('w', 'x')
    GROUP BY w.stage
$$;

-- Workers that hold work of the session's tenant now.
CREATE FUNCTION app.run_workers(wanted bigint) RETURNS bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT count(DISTINCT w.worker) FROM stage_work w
    WHERE w.tenant_id = app.tenant() AND w.run_id = wanted AND w.state = 'x'
$$;

-- Money. One budget per tenant, in micro-dollars; a tenant without a row may spend nothing.
CREATE TABLE budget (
    tenant_id bigint PRIMARY KEY REFERENCES tenant,
    limit_micros bigint NOT NULL CONSTRAINT budget_limit CHECK (limit_micros >= 0), -- of a period
    mode text NOT NULL DEFAULT 'hard' CONSTRAINT budget_mode CHECK (mode IN ('hard', 'soft', 'watch')),
    warn_percent integer NOT NULL DEFAULT 80 CONSTRAINT budget_warn CHECK (warn_percent BETWEEN 1 AND 100),
    reset_day integer NOT NULL DEFAULT 1 CONSTRAINT budget_reset_day CHECK (reset_day BETWEEN 0 AND 31),
    topped_micros bigint NOT NULL DEFAULT 0,   -- added in this period
    spent_micros bigint NOT NULL DEFAULT 0,    -- settled in this period
    reserved_micros bigint NOT NULL DEFAULT 0, -- promised and not yet settled
    period_start timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT budget_reserved CHECK (reserved_micros >= 0)
);
SELECT app.protect('budget');

CREATE TABLE reservation (
    tenant_id bigint NOT NULL REFERENCES tenant,
    reservation_id bigint GENERATED ALWAYS AS IDENTITY,
    what text NOT NULL,        -- in words
    run_id bigint,
    amount_micros bigint NOT NULL CONSTRAINT reservation_amount CHECK (amount_micros >= 0),
    held_micros bigint NOT NULL DEFAULT 0,  -- of it, claimed by work under way
    used_micros bigint NOT NULL DEFAULT 0,  -- of it, settled
    closed_at timestamptz,
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, reservation_id),
    CONSTRAINT reservation_covers CHECK (held_micros >= 0 AND held_micros + used_micros <= amount_micros)
);
CREATE INDEX reservation_open ON reservation (tenant_id, reservation_id) WHERE closed_at IS NULL;
SELECT app.protect('reservation');

-- Every movement. balance = limit + topped - spent - reserved follows from the sums of the rows.
CREATE TABLE ledger (
    tenant_id bigint NOT NULL REFERENCES tenant,
    ledger_id bigint GENERATED ALWAYS AS IDENTITY,
    at timestamptz NOT NULL DEFAULT now(),
    kind text NOT NULL CONSTRAINT ledger_kind
        CHECK (kind IN ('limit', 'top_up', 'reset', 'reserve', 'settle', 'release', 'overrun')),
    amount_micros bigint NOT NULL,
    reservation_id bigint,
    run_id bigint,
    stage text,
    provider text,
    actor bigint REFERENCES user_account,
    note text,
    PRIMARY KEY (tenant_id, ledger_id)
);
CREATE INDEX ledger_by_time ON ledger (tenant_id, at);
CREATE INDEX ledger_by_run ON ledger (tenant_id, run_id) WHERE run_id IS NOT NULL;
SELECT app.protect('ledger');
REVOKE UPDATE, DELETE ON ledger FROM leadgen_app, leadgen_batch;

-- When the period after one that began then begins: on that day of the next month, or on its last day
-- where it is shorter; 0: never.
CREATE FUNCTION app.budget_next(began timestamptz, day integer) RETURNS timestamptz
LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE WHEN day > 0 THEN (
        SELECT min(least(month + make_interval(days => day - 1), month + interval '1 month - 1 day'))
        FROM generate_series(0, 1) AS n
        CROSS JOIN LATERAL (SELECT date_trunc('month', began AT TIME ZONE 'UTC')
            + make_interval(months => n) AS month) AS m
        WHERE least(month + make_interval(days => day - 1), month + interval '1 month - 1 day')
            > began AT TIME ZONE 'UTC'
    ) AT TIME ZONE 'UTC' END
$$;

-- Gives back what a reservation did not use. Harmless when it is closed or none.
CREATE FUNCTION app.reservation_close(of_tenant bigint, wanted bigint) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE rest bigint;
BEGIN
    UPDATE reservation SET closed_at = now(), held_micros = 0
    WHERE tenant_id = of_tenant AND reservation_id = wanted AND closed_at IS NULL
    RETURNING amount_micros - used_micros INTO rest;
    IF rest > 0 THEN
        UPDATE budget SET reserved_micros = reserved_micros - rest WHERE tenant_id = of_tenant;
        INSERT INTO ledger (tenant_id, kind, amount_micros, reservation_id, run_id)
        SELECT of_tenant, 'release', rest, wanted, run_id FROM reservation
        WHERE tenant_id = of_tenant AND reservation_id = wanted;
    END IF;
END $$;

-- Takes results of one record and stage back, with those of the stages behind it, so that the record can
-- go through them again; known: all stages in order.
CREATE FUNCTION app.run_reopen(wanted bigint, of_entity smallint, of_record bigint, from_stage text,
    known text[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    WITH gone AS (
        DELETE FROM stage_result WHERE tenant_id = app.tenant() AND run_id = wanted
            AND entity = of_entity AND record_id = of_record
            AND array_position(known, stage) >= array_position(known, from_stage)
        RETURNING stage, result
    )
    UPDATE run_stage s SET done = done - (g.result = 'done')::integer,
        partial = partial - (g.result = 'partial')::integer,
        no_match = no_match - (g.result = 'no_match')::integer,
        stopped = stopped - (g.result = 'stopped')::integer,
        blocked = blocked - (g.result = 'blocked')::integer,
        skipped = skipped - (g.result = 'skipped')::integer,
        failed = failed - (g.result = 'failed')::integer
    FROM gone g WHERE s.tenant_id = app.tenant() AND s.run_id = wanted AND s.stage = g.stage;
    INSERT INTO stage_work (tenant_id, run_id, entity, record_id, stage)
    VALUES (app.tenant(), wanted, of_entity, of_record, from_stage)
    ON CONFLICT (tenant_id, run_id, entity, record_id) DO NOTHING;
END $$;

-- Tries again what failed at a stage ('' all) for a cause ('' any) in a run; counts it.
CREATE FUNCTION app.run_retry(wanted bigint, of_stage text, of_cause text, known text[]) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    one record;
    n bigint := 0;
BEGIN
    PERFORM FROM pipeline_run WHERE tenant_id = app.tenant() AND run_id = wanted
        AND state IN ('running', 'paused', 'done') FOR NO KEY UPDATE;
    IF NOT FOUND THEN
        RETURN 0;
    END IF;
    FOR one IN SELECT DISTINCT ON (entity, record_id) entity, record_id, stage FROM stage_result
        WHERE tenant_id = app.tenant() AND run_id = wanted AND result = 'failed'
            AND (of_stage = '' OR stage = of_stage) AND (of_cause = '' OR coalesce(cause, '') = of_cause)
        ORDER BY entity, record_id, array_position(known, stage)
    LOOP
        -- Still on its way: its worker would find another claim than its own.
        CONTINUE WHEN EXISTS (SELECT FROM stage_work w WHERE w.tenant_id = app.tenant()
            AND w.run_id = wanted AND w.entity = one.entity AND w.record_id = one.record_id);
        PERFORM app.run_reopen(wanted, one.entity, one.record_id, one.stage, known);
        n := n + 1;
    END LOOP;
    IF n > 0 THEN
        UPDATE pipeline_run SET state = CASE WHEN state = 'done' THEN 'running' ELSE state END,
            finished_at = CASE WHEN state = 'done' THEN NULL ELSE finished_at END
        WHERE tenant_id = app.tenant() AND run_id = wanted;
        PERFORM pg_notify('leadgen_job', '');
    END IF;
    RETURN n;
END $$;

-- Lets companies pass a gate that stopped them: each goes on in the run that stopped it last, as far as
-- that has further stages. Counts them.
CREATE FUNCTION app.run_pass(gate text, companies bigint[], company_stages text[], people_stages text[])
RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    one record;
    following text;
    n bigint := 0;
BEGIN
    FOR one IN SELECT l.record_id, r.run_id, r.stages, r.entity, r.state FROM stage_latest l
        JOIN pipeline_run r ON r.tenant_id = l.tenant_id AND r.run_id = l.run_id
        WHERE l.tenant_id = app.tenant() AND l.entity = 1 AND l.record_id = ANY (companies)
            AND l.stage = gate AND l.result = 'stopped'
        ORDER BY l.record_id FOR NO KEY UPDATE
    LOOP
        UPDATE stage_latest SET result = 'done', cause = 'by_hand', at = now()
        WHERE tenant_id = app.tenant() AND entity = 1 AND record_id = one.record_id AND stage = gate;
        n := n + 1;
        CONTINUE WHEN one.state NOT IN ('running', 'paused', 'done');
        UPDATE stage_result SET result = 'done', cause = 'by_hand', message = 'Passed by hand.'
        WHERE tenant_id = app.tenant() AND run_id = one.run_id AND entity = 1
            AND record_id = one.record_id AND stage = gate AND result = 'stopped';
        UPDATE run_stage SET stopped = stopped - 1, done = done + 1
        WHERE tenant_id = app.tenant() AND run_id = one.run_id AND stage = gate AND FOUND;
        SELECT s INTO following FROM unnest(one.stages) WITH ORDINALITY AS x(s, at)
        WHERE s = ANY (company_stages) AND at > array_position(one.stages, gate) ORDER BY at LIMIT 1;
        IF following IS NOT NULL THEN
            PERFORM app.run_reopen(one.run_id, 1::smallint, one.record_id, following, company_stages);
        ELSIF one.entity = 1 AND one.stages && people_stages THEN
            SELECT s INTO following FROM unnest(one.stages) WITH ORDINALITY AS x(s, at)
            WHERE s = ANY (people_stages) ORDER BY at LIMIT 1;
            WITH added AS (
                INSERT INTO stage_work (tenant_id, run_id, entity, record_id, stage)
                SELECT app.tenant(), one.run_id, 2, p.contact_id, following FROM contact p
                WHERE p.tenant_id = app.tenant() AND p.company_id = one.record_id
                    AND p.deleted_at IS NULL AND p.duplicate_of IS NULL
                ON CONFLICT DO NOTHING RETURNING 1
            )
            UPDATE run_stage SET total = total + (SELECT count(*) FROM added)
            WHERE tenant_id = app.tenant() AND run_id = one.run_id AND stage = ANY (one.stages)
                AND stage = ANY (people_stages);
        END IF;
        UPDATE pipeline_run SET state = 'running', finished_at = NULL
        WHERE tenant_id = app.tenant() AND run_id = one.run_id AND state = 'done';
    END LOOP;
    IF n > 0 THEN
        PERFORM pg_notify('leadgen_job', '');
    END IF;
    RETURN n;
END $$;

-- Super admins: the budgets of all workspaces.
CREATE FUNCTION app.budget_list() RETURNS TABLE (slug text, name text, mode text, limit_micros bigint,
    topped_micros bigint, spent_micros bigint, reserved_micros bigint, spent_30 bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT t.slug, t.name, coalesce(b.mode, 'none'), coalesce(b.limit_micros, 0), coalesce(b.topped_micros, 0),
        coalesce(b.spent_micros, 0), coalesce(b.reserved_micros, 0),
        coalesce((SELECT sum(l.amount_micros) FROM ledger l WHERE l.tenant_id = t.tenant_id
            AND l.kind IN ('settle', 'overrun') AND l.at > now() - interval '30 days'), 0)::bigint
    FROM tenant t LEFT JOIN budget b USING (tenant_id)
    WHERE app.is_super() AND t.deactivated_at IS NULL ORDER BY t.name LIMIT 500
$$;

GRANT EXECUTE ON FUNCTION app.stage_lanes(bigint[], text[], bigint[]), app.run_sweep(), app.meet_tables(),
    app.reservation_close(bigint, bigint) TO leadgen_batch;
GRANT EXECUTE ON FUNCTION app.budget_list() TO leadgen_app;
GRANT EXECUTE ON FUNCTION app.run_busy(bigint), app.run_workers(bigint),
    app.budget_next(timestamptz, integer), app.run_retry(bigint, text, text, text[]),
    app.run_pass(text, bigint[], text[], text[]) TO leadgen_app, leadgen_batch;
