-- Notes the job that applies the rules.
-- $1 job_id bigint
INSERT INTO triage_apply (tenant_id, job_id) VALUES (app.tenant(), $1)
ON CONFLICT (tenant_id) DO UPDATE SET job_id = excluded.job_id;
