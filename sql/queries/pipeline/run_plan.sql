-- The stages of a run.
-- $1 run bigint
SELECT stages, entity FROM pipeline_run WHERE tenant_id = app.tenant() AND run_id = $1
