-- A new run with its stages.
-- $1 title text
-- $2 entity bigint
-- $3 filter text
-- $4 ids bigint[]
-- $5 stages text[]
-- $6 sample bigint
-- $7 redo_days bigint
-- $8 priority bigint
-- $9 estimate bigint: micros
WITH made AS (
    INSERT INTO pipeline_run (tenant_id, title, entity, filter, ids, stages, sample, redo_days, priority,
        estimate_micros, created_by)
    VALUES (app.tenant(), $1, $2::bigint, $3, $4, $5, $6, $7::bigint, $8::bigint, $9, app.actor())
    RETURNING tenant_id, run_id
), listed AS (
    INSERT INTO run_stage (tenant_id, run_id, stage)
    SELECT tenant_id, run_id, s FROM made CROSS JOIN unnest($5::text[]) AS s
)
SELECT run_id FROM made
