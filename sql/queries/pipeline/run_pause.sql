-- Pauses a run that is under way.
-- $1 run bigint
-- $2 reason text
UPDATE pipeline_run SET state = 'paused', reason = $2
WHERE tenant_id = app.tenant() AND run_id = $1 AND state = 'running'
