-- Batch only: where ready work may be: stages of runs under way, with the smallest place of a ready row
-- at or above what the caller already knows (arrays by run and stage). cost: of a record in that run;
-- NULL: the stage's own.
CREATE OR REPLACE FUNCTION app.stage_lanes(known_runs bigint[], known_stages text[], known_low bigint[])
RETURNS TABLE (tenant_id bigint, run_id bigint, stage text, stages text[], entity bigint,
    redo_days bigint, priority bigint, actor bigint, cost bigint, low bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH known AS (
        SELECT run_id, stage, low FROM unnest(known_runs, known_stages, known_low) AS k(run_id, stage, low)
    ), lane AS MATERIALIZED ( -- else the walk for the smallest place is made twice
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
