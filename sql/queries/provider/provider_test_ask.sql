-- Notes the job that tests a service; the test is asked at once, also of one that is left alone.
-- $1 provider_id bigint, $2 job_id bigint
UPDATE provider SET test_job_id = $2, retry_ms = 0, probe_ms = 0
WHERE tenant_id = app.tenant() AND provider_id = $1 AND deleted_at IS NULL;
