-- Writing a campaign's messages is a pipeline run: what the engine must know of it, and what its end means
-- for the campaign. And two faults of the engine: trying again went record by record, and a run that went
-- on after its money was given back or used up had none.

DROP FUNCTION app.stage_lanes(bigint[], text[], bigint[]);
-- Batch only: where ready work may be: stages of runs under way, with the smallest place of a ready row
-- at or above what the caller already knows (arrays by run and stage). cost: of a record in that run;
-- NULL: the stage's own.
CREATE FUNCTION app.stage_lanes(known_runs bigint[], known_stages text[], known_low bigint[])
RETURNS TABLE (tenant_id bigint, run_id bigint, stage text, stages text[], entity bigint,
    redo_days bigint, priority bigint, actor bigint, cost bigint, low bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH known AS (
        SELECT run_id, stage, low FROM unnest(known_runs, known_stages, known_low) AS k(run_id, stage, low)
    ), lane AS (
        SELECT r.tenant_id, r.run_id, s.stage, r.stages, r.entity, r.redo_days, r.priority, r.created_by,
            r.cost_micros,
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
        lane.redo_days::bigint, lane.priority::bigint, lane.created_by, lane.cost_micros, lane.low
    FROM lane WHERE lane.low IS NOT NULL
$$;

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
        SELECT f.* FROM failing f WHERE NOT EXISTS (SELECT FROM stage_work w WHERE w.tenant_id = app.tenant()
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
CREATE FUNCTION app.run_need(wanted bigint, names text[], entities bigint[], costs bigint[])
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
        JOIN stage_work w ON w.tenant_id = run.tenant_id AND w.run_id = run.run_id
        JOIN staged here ON here.name = w.stage
        JOIN staged p ON p.entity = w.entity AND p.cost > 0
            AND (p.at > here.at OR (p.at = here.at AND w.state <> 'x'))
        UNION ALL
        SELECT p.name, 2, c.contact_id, p.cost FROM run
        JOIN stage_work w ON w.tenant_id = run.tenant_id AND w.run_id = run.run_id AND w.entity = 1
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

-- A run that writes messages has ended, by whatever way, or goes on after its end: its campaign goes with
-- it, and the people whom it could not write to say why.
CREATE FUNCTION app.generation_moved() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE became text;
BEGIN
    IF NEW.state = 'running' THEN
        PERFORM FROM campaign c WHERE c.tenant_id = NEW.tenant_id AND c.campaign_id = NEW.campaign_id
            AND c.run_id = NEW.run_id AND c.state IN ('ready', 'generating', 'review');
        IF NOT FOUND THEN
            RAISE EXCEPTION 'The campaign takes no new messages in its state, or another run writes them.'
                USING ERRCODE = 'LG003';
        END IF;
        UPDATE campaign c SET state = 'generating'
        WHERE c.tenant_id = NEW.tenant_id AND c.campaign_id = NEW.campaign_id AND c.state = 'ready';
        RETURN NULL;
    END IF;
    UPDATE campaign_person p SET state = CASE r.result WHEN 'failed' THEN 'failed' ELSE 'excluded' END,
        reason = r.message
    FROM stage_result r
    WHERE r.tenant_id = NEW.tenant_id AND r.run_id = NEW.run_id AND r.entity = 2 AND r.stage = 'write'
        AND r.result IN ('failed', 'skipped') AND p.tenant_id = r.tenant_id
        AND p.campaign_id = NEW.campaign_id AND p.contact_id = r.record_id
        AND p.state IN ('waiting', 'failed');
    SELECT CASE WHEN NEW.state = 'done' AND n.draft + n.approved + n.rejected + n.set_aside + n.sent > 0
        THEN 'review' ELSE 'ready' END INTO became
    FROM campaign_count n WHERE n.tenant_id = NEW.tenant_id AND n.campaign_id = NEW.campaign_id;
    UPDATE campaign c SET state = became, updated_at = now()
    WHERE c.tenant_id = NEW.tenant_id AND c.campaign_id = NEW.campaign_id AND c.run_id = NEW.run_id
        AND c.state = 'generating';
    RETURN NULL;
END $$;
CREATE TRIGGER generation_ended AFTER UPDATE OF state ON pipeline_run FOR EACH ROW
    WHEN (NEW.campaign_id IS NOT NULL AND NEW.state <> OLD.state
        AND NEW.state IN ('done', 'cancelled', 'failed'))
    EXECUTE FUNCTION app.generation_moved();
CREATE TRIGGER generation_again AFTER UPDATE OF state ON pipeline_run FOR EACH ROW
    WHEN (NEW.campaign_id IS NOT NULL AND OLD.state = 'done' AND NEW.state = 'running')
    EXECUTE FUNCTION app.generation_moved();

-- What its runs spend, a campaign has cost.
CREATE FUNCTION app.generation_spent() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE campaign c SET cost_micros = c.cost_micros + NEW.spent_micros - OLD.spent_micros
    WHERE c.tenant_id = NEW.tenant_id AND c.campaign_id = NEW.campaign_id;
    RETURN NULL;
END $$;
CREATE TRIGGER generation_spent AFTER UPDATE OF spent_micros ON pipeline_run FOR EACH ROW
    WHEN (NEW.campaign_id IS NOT NULL AND NEW.spent_micros <> OLD.spent_micros)
    EXECUTE FUNCTION app.generation_spent();

GRANT EXECUTE ON FUNCTION app.stage_lanes(bigint[], text[], bigint[]) TO leadgen_batch;
GRANT EXECUTE ON FUNCTION app.run_need(bigint, text[], bigint[], bigint[]), app.generation_moved(),
    app.generation_spent() TO leadgen_app, leadgen_batch;
