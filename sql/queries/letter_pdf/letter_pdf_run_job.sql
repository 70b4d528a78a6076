-- The job that makes them.
-- $1 pdf_run_id bigint, $2 job_id bigint
UPDATE pdf_run SET job_id = $2 WHERE tenant_id = app.tenant() AND pdf_run_id = $1
