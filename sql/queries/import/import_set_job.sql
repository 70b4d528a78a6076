-- The job that works on the import.
-- $1 import_id bigint, $2 job_id bigint
UPDATE import SET job_id = $2 WHERE tenant_id = app.tenant() AND import_id = $1
