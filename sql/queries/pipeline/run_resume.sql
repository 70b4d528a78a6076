-- A paused run goes on.
-- $1 run bigint
UPDATE pipeline_run SET state = 'running', reason = NULL
WHERE tenant_id = app.tenant() AND run_id = $1 AND state = 'paused'
    AND pg_notify('leadgen_job', '') IS NOT NULL
