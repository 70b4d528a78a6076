-- All records of a run are in the queue: workers may begin.
-- $1 run bigint
UPDATE pipeline_run SET state = 'running', ids = NULL
WHERE tenant_id = app.tenant() AND run_id = $1 AND state = 'gathering'
    AND pg_notify('leadgen_job', '') IS NOT NULL
