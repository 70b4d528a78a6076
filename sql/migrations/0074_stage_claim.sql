-- A worker takes a batch of records out of the queue into one claim, which it extends, answers for and
-- ends as one row: a record costs the queue one row version on its way through a stage and not three.
-- Rows that the release before this one left at work (state 'x') stay good until they are taken over.

-- Batch only: works for one tenant until the end of the transaction. As it was, but planned once a session
-- and not with every call.
CREATE OR REPLACE FUNCTION app.enter(tenant bigint, actor bigint) RETURNS void LANGUAGE plpgsql AS $$
DECLARE ignored text;
BEGIN
    ignored := set_config('app.tenant', tenant::text, true);
    ignored := set_config('app.actor', coalesce(actor::text, ''), true);
END $$;

-- What is being worked on. A worker claims before it knows for whom it works, so it is exempt from
-- row-level security.
CREATE TABLE stage_claim (
    claim_id bigint PRIMARY KEY DEFAULT nextval('stage_place'), -- names the one that may write; new when taken over
    tenant_id bigint NOT NULL,
    run_id bigint NOT NULL,
    entity smallint NOT NULL,
    stage text NOT NULL,
    records bigint[] NOT NULL,
    attempts bigint[] NOT NULL,    -- by record, this one included
    since timestamptz[] NOT NULL,  -- by record, when it came to that stage
    worker text NOT NULL,
    lease_until timestamptz NOT NULL -- past it, somebody else may take over
) WITH (fillfactor = 50, toast_tuple_target = 8160, autovacuum_vacuum_scale_factor = 0.02);
CREATE INDEX stage_claim_by_run ON stage_claim (tenant_id, run_id);
GRANT SELECT, INSERT, UPDATE, DELETE ON stage_claim TO leadgen_batch;

-- Takes ready records of a lane out of the queue into one claim; those with the smallest places first. The
-- index is walked in order whatever the statistics say, and planned once: see app.job_claim. A claim that a
-- crash of the server undoes is no loss, so its commit waits for no disk.
-- low: no ready row of the lane has a smaller place; lease: seconds.
CREATE FUNCTION app.stage_claim(of_tenant bigint, of_run bigint, of_entity bigint, of_stage text, low bigint,
    most bigint, lease bigint, by_worker text)
RETURNS TABLE (claim_id bigint, record_id bigint, place bigint, attempts bigint, since text)
LANGUAGE plpgsql SET plan_cache_mode = force_generic_plan SET enable_bitmapscan = off SET enable_seqscan = off
SET enable_sort = off AS $$
DECLARE ignored text;
BEGIN
    ignored := set_config('synchronous_commit', 'off', true);
    RETURN QUERY
    WITH picked AS (
        SELECT w.ctid FROM stage_work w
        WHERE w.tenant_id = of_tenant AND w.run_id = of_run AND w.stage = of_stage AND w.state = 'r'
            AND w.place >= low
        ORDER BY w.place LIMIT most FOR UPDATE SKIP LOCKED
    ), taken AS (
        DELETE FROM stage_work w WHERE w.ctid = ANY (ARRAY(SELECT p.ctid FROM picked p))
        RETURNING w.record_id, w.place, w.attempts::bigint + 1 AS attempts, w.since
    ), claim AS (
        INSERT INTO stage_claim AS c (tenant_id, run_id, entity, stage, records, attempts, since, worker,
            lease_until)
        SELECT of_tenant, of_run, of_entity, of_stage, array_agg(t.record_id), array_agg(t.attempts),
            array_agg(t.since), by_worker, now() + make_interval(secs => lease)
        FROM taken t HAVING count(*) > 0
        RETURNING c.claim_id
    )
    SELECT c.claim_id, t.record_id, t.place, t.attempts, t.since::text FROM taken t CROSS JOIN claim c;
END $$;

-- As it was, with a commit that waits for no disk: see app.stage_claim.
CREATE OR REPLACE FUNCTION app.job_claim(low bigint, kinds text[], leases bigint[], by_worker text)
RETURNS TABLE (job_id bigint, place bigint, tenant_id bigint, actor bigint, kind_name text, subject bigint,
    payload jsonb, attempts integer, done bigint, total bigint, cancel_asked boolean)
LANGUAGE plpgsql SET enable_bitmapscan = off SET enable_seqscan = off SET enable_sort = off AS $$
DECLARE ignored text;
BEGIN
    ignored := set_config('synchronous_commit', 'off', true);
    RETURN QUERY
    WITH picked AS (
        SELECT j.job_id FROM job j
        WHERE j.state = 'ready' AND j.place >= low AND j.kind = ANY (kinds)
        ORDER BY j.place LIMIT 1 FOR UPDATE SKIP LOCKED
    )
    UPDATE job j SET state = 'running', attempts = j.attempts + 1, worker = by_worker,
        lease_until = now() + make_interval(secs => leases[array_position(kinds, j.kind)]),
        started_at = coalesce(j.started_at, now()), claimed_at = now(), beat_at = now(),
        claimed_done = j.done
    FROM picked WHERE j.job_id = picked.job_id
    RETURNING j.job_id, j.place, j.tenant_id, j.actor, j.kind, j.subject, j.payload, j.attempts, j.done,
        j.total, j.cancel_at IS NOT NULL;
END $$;

-- What of runs is on its way, at work or not.
CREATE VIEW stage_way AS
    SELECT tenant_id, run_id, entity, record_id, stage, state FROM stage_work
    UNION ALL
    SELECT tenant_id, run_id, entity, unnest(records), stage, 'x'::"char" FROM stage_claim;
GRANT SELECT ON stage_way TO leadgen_batch;

-- Batch only: ends the runs that have nothing left to do, but for those of which the caller knows better;
-- counts them. The states are asked for one after the other: each has an index that is short, while that
-- of all rows also holds those which an old transaction still sees.
CREATE FUNCTION app.run_sweep(busy bigint[]) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    ended record;
    n bigint := 0;
BEGIN
    FOR ended IN
        SELECT r.tenant_id, r.run_id, r.reservation_id FROM pipeline_run r
        WHERE r.state = 'running' AND r.run_id <> ALL (busy) AND CASE
            WHEN EXISTS (SELECT FROM stage_claim c WHERE c.tenant_id = r.tenant_id AND c.run_id = r.run_id) THEN false
            WHEN EXISTS (SELECT FROM stage_work w WHERE w.tenant_id = r.tenant_id AND w.run_id = r.run_id
                AND w.state IN ('w', 'x')) THEN false
            ELSE NOT EXISTS (SELECT FROM stage_work w WHERE w.tenant_id = r.tenant_id AND w.run_id = r.run_id) END
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
-- As the release before this one calls it.
CREATE OR REPLACE FUNCTION app.run_sweep() RETURNS bigint
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$ SELECT app.run_sweep('{}'::bigint[]) $$;

-- What of a run of the session's tenant is being worked on or waits for another attempt.
CREATE OR REPLACE FUNCTION app.run_busy(wanted bigint)
RETURNS TABLE (stage text, working bigint, retrying bigint, next_at bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT b.stage, sum(b.working)::bigint, sum(b.retrying)::bigint, extract(epoch FROM min(b.next_at))::bigint
    FROM (
        SELECT w.stage, count(*) FILTER (WHERE w.state = 'x') AS working,
            count(*) FILTER (WHERE w.state = 'w') AS retrying, min(w.next_at) FILTER (WHERE w.state = 'w') AS next_at
        FROM stage_work w
        WHERE w.tenant_id = app.tenant() AND w.run_id = wanted AND w.state IN ('w', 'x') GROUP BY w.stage
        UNION ALL
        SELECT c.stage, cardinality(c.records), 0, NULL FROM stage_claim c
        WHERE c.tenant_id = app.tenant() AND c.run_id = wanted
    ) AS b
    GROUP BY b.stage
$$;

-- Workers that hold work of the session's tenant now.
CREATE OR REPLACE FUNCTION app.run_workers(wanted bigint) RETURNS bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT count(DISTINCT h.worker) FROM (
        SELECT w.worker FROM stage_work w
        WHERE w.tenant_id = app.tenant() AND w.run_id = wanted AND w.state = 'x'
        UNION ALL
        SELECT c.worker FROM stage_claim c WHERE c.tenant_id = app.tenant() AND c.run_id = wanted
    ) AS h
$$;

-- Takes results of one record and stage back, with those of the stages behind it, so that the record can
-- go through them again; known: all stages in order.
CREATE OR REPLACE FUNCTION app.run_reopen(wanted bigint, of_entity smallint, of_record bigint, from_stage text,
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
    SELECT app.tenant(), wanted, of_entity, of_record, from_stage
    WHERE NOT EXISTS (SELECT FROM stage_way w WHERE w.tenant_id = app.tenant() AND w.run_id = wanted
        AND w.entity = of_entity AND w.record_id = of_record)
    ON CONFLICT (tenant_id, run_id, entity, record_id) DO NOTHING;
END $$;

-- Tries again what failed at a stage ('' all) for a cause ('' any) in a run; counts it. known: all stages
-- in order. Records that are still on their way are left alone: their worker would find another claim
-- than its own. No nested loops: the planner takes what was just written for next to nothing.
CREATE OR REPLACE FUNCTION app.run_retry(wanted bigint, of_stage text, of_cause text, known text[])
RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET enable_nestloop = off AS $$
DECLARE n bigint;
BEGIN
    PERFORM FROM pipeline_run WHERE tenant_id = app.tenant() AND run_id = wanted
        AND state IN ('running', 'paused', 'done') FOR NO KEY UPDATE;
    IF NOT FOUND THEN
        RETURN 0;
    END IF;
    WITH failing AS (
        SELECT DISTINCT ON (s.entity, s.record_id) s.entity, s.record_id, s.stage FROM stage_result s
        WHERE s.tenant_id = app.tenant() AND s.run_id = wanted AND s.result = 'failed'
            AND (of_stage = '' OR s.stage = of_stage) AND (of_cause = '' OR coalesce(s.cause, '') = of_cause)
        ORDER BY s.entity, s.record_id, array_position(known, s.stage)
    ), again AS MATERIALIZED (
        SELECT f.* FROM failing f WHERE NOT EXISTS (SELECT FROM stage_way w WHERE w.tenant_id = app.tenant()
            AND w.run_id = wanted AND w.entity = f.entity AND w.record_id = f.record_id)
    ), gone AS (
        DELETE FROM stage_result s USING again a
        WHERE s.tenant_id = app.tenant() AND s.run_id = wanted AND s.entity = a.entity
            AND s.record_id = a.record_id
            AND array_position(known, s.stage) >= array_position(known, a.stage)
        RETURNING s.stage, s.result
    ), counted AS (
        SELECT g.stage, count(*) FILTER (WHERE result = 'done') AS done,
            count(*) FILTER (WHERE result = 'partial') AS partial,
            count(*) FILTER (WHERE result = 'no_match') AS no_match,
            count(*) FILTER (WHERE result = 'stopped') AS stopped,
            count(*) FILTER (WHERE result = 'blocked') AS blocked,
            count(*) FILTER (WHERE result = 'skipped') AS skipped,
            count(*) FILTER (WHERE result = 'failed') AS failed
        FROM gone g GROUP BY g.stage
    ), taken AS (
        UPDATE run_stage s SET done = s.done - c.done, partial = s.partial - c.partial,
            no_match = s.no_match - c.no_match, stopped = s.stopped - c.stopped,
            blocked = s.blocked - c.blocked, skipped = s.skipped - c.skipped, failed = s.failed - c.failed
        FROM counted c WHERE s.tenant_id = app.tenant() AND s.run_id = wanted AND s.stage = c.stage
    ), put AS (
        INSERT INTO stage_work (tenant_id, run_id, entity, record_id, stage)
        SELECT app.tenant(), wanted, a.entity, a.record_id, a.stage FROM again a
    )
    SELECT count(*) INTO n FROM again;
    IF n > 0 THEN
        UPDATE pipeline_run SET state = CASE WHEN state = 'done' THEN 'running' ELSE state END,
            finished_at = CASE WHEN state = 'done' THEN NULL ELSE finished_at END
        WHERE tenant_id = app.tenant() AND run_id = wanted;
        PERFORM pg_notify('leadgen_job', '');
    END IF;
    RETURN n;
END $$;

-- What the records of a run that are still on their way may cost at most (results that are young enough
-- cost nothing), what is free of its reservation, and that one if it is still open. names, entities and
-- costs: all stages in order.
CREATE OR REPLACE FUNCTION app.run_need(wanted bigint, names text[], entities bigint[], costs bigint[])
RETURNS TABLE (need bigint, free bigint, reservation_id bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH run AS MATERIALIZED (
        SELECT r.tenant_id, r.run_id, r.entity, r.stages, r.redo_days, r.reservation_id, r.cost_micros
        FROM pipeline_run r WHERE r.tenant_id = app.tenant() AND r.run_id = wanted
    ), staged AS (
        SELECT s.name, s.entity, coalesce(run.cost_micros, s.cost) AS cost, s.at
        FROM run CROSS JOIN unnest(names, entities, costs) WITH ORDINALITY AS s(name, entity, cost, at)
        WHERE s.name = ANY (run.stages)
    ), way AS (
        SELECT p.name, w.entity::bigint AS entity, w.record_id, p.cost FROM run
        JOIN stage_way w ON w.tenant_id = run.tenant_id AND w.run_id = run.run_id
        JOIN staged here ON here.name = w.stage
        JOIN staged p ON p.entity = w.entity AND p.cost > 0
            AND (p.at > here.at OR (p.at = here.at AND w.state <> 'x'))
        UNION ALL
        SELECT p.name, 2, c.contact_id, p.cost FROM run
        JOIN stage_way w ON w.tenant_id = run.tenant_id AND w.run_id = run.run_id AND w.entity = 1
        JOIN contact c ON c.tenant_id = w.tenant_id AND c.company_id = w.record_id
            AND c.deleted_at IS NULL AND c.duplicate_of IS NULL
        JOIN staged p ON p.entity = 2 AND p.cost > 0
        WHERE run.entity = 1 AND NOT EXISTS (SELECT FROM stage_result d WHERE d.tenant_id = run.tenant_id
            AND d.run_id = run.run_id AND d.stage = p.name AND d.entity = 2 AND d.record_id = c.contact_id)
    )
    SELECT (SELECT coalesce(sum(w.cost), 0)::bigint FROM way w WHERE NOT EXISTS (
            SELECT FROM stage_latest l WHERE l.tenant_id = run.tenant_id AND l.entity = w.entity
                AND l.record_id = w.record_id AND l.stage = w.name
                AND l.result IN ('done', 'partial', 'no_match')
                AND l.at > now() - make_interval(days => run.redo_days))),
        coalesce(v.amount_micros - v.used_micros - v.held_micros, 0), coalesce(v.reservation_id, 0)
    FROM run LEFT JOIN reservation v ON v.tenant_id = run.tenant_id AND v.reservation_id = run.reservation_id
        AND v.closed_at IS NULL
$$;

-- Only an erasure asked for it, which now asks run by run: every answer of every stage paid for it.
DROP INDEX stage_result_by_record;

GRANT EXECUTE ON FUNCTION app.stage_claim(bigint, bigint, bigint, text, bigint, bigint, bigint, text),
    app.run_sweep(bigint[]) TO leadgen_batch;
