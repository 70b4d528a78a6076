-- The stages of a run; cost: of a record in it, -1: the stages' own.
-- $1 run bigint
SELECT stages, entity, coalesce(cost_micros, -1) AS cost FROM pipeline_run
WHERE tenant_id = app.tenant() AND run_id = $1
