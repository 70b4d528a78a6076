-- Notes the job that runs the queries.
-- $1 job_id bigint
INSERT INTO discovery_setting (tenant_id, job_id) VALUES (app.tenant(), $1)
ON CONFLICT (tenant_id) DO UPDATE SET job_id = excluded.job_id;
