-- Ends a run; its job takes what is left out of the queue.
-- $1 run bigint
UPDATE pipeline_run SET state = 'cancelled', reason = NULL, finished_at = now()
WHERE tenant_id = app.tenant() AND run_id = $1 AND state IN ('gathering', 'running', 'paused')
