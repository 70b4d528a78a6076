-- A job does the check.
-- $1 check bigint
-- $2 job bigint
UPDATE campaign_check SET job_id = $2 WHERE tenant_id = app.tenant() AND check_id = $1
