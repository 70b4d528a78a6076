-- What belongs to a run that was just made.
-- $1 run bigint
-- $2 reservation bigint
-- $3 job bigint
UPDATE pipeline_run SET reservation_id = $2, job_id = $3 WHERE tenant_id = app.tenant() AND run_id = $1
