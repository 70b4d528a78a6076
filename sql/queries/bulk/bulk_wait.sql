-- A bulk action that a job does.
-- $1 bulk_id bigint, $2 job_id bigint
UPDATE bulk SET state = 'waiting', job_id = $2 WHERE tenant_id = app.tenant() AND bulk_id = $1;
