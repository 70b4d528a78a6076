-- The job that looks through a workspace.
-- $1 job_id bigint
INSERT INTO duplicate_look (tenant_id, job_id) VALUES (app.tenant(), $1)
ON CONFLICT (tenant_id) DO UPDATE SET job_id = excluded.job_id;
