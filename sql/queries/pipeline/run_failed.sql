-- The gathering of a run has failed for good.
-- $1 run bigint
-- $2 reason text
UPDATE pipeline_run SET state = 'failed', reason = $2, finished_at = now()
WHERE tenant_id = app.tenant() AND run_id = $1 AND state = 'gathering'
