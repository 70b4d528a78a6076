-- The job that writes into a set.
-- $1 change_set_id bigint, $2 job_id bigint
UPDATE change_set SET job_id = $2 WHERE tenant_id = app.tenant() AND change_set_id = $1;
