-- What a run spends from.
-- $1 run bigint
SELECT reservation_id FROM pipeline_run
WHERE tenant_id = app.tenant() AND run_id = $1 AND reservation_id IS NOT NULL
