-- Where ready work may be.
-- $1 runs bigint[]: of the lanes known already
-- $2 stages text[]
-- $3 low bigint[]: the smallest place that a ready row of the lane may have
SELECT tenant_id, run_id, stage, stages, entity, redo_days, priority, actor, coalesce(cost, -1) AS cost, low
FROM app.stage_lanes($1, $2, $3)
