-- The job that makes it.
-- $1 export_id bigint, $2 job_id bigint
UPDATE campaign_export SET job_id = $2 WHERE tenant_id = app.tenant() AND export_id = $1
