-- Lets a version score.
-- $1 version bigint
UPDATE icp_version SET active = true, activated_at = now(), activated_by = app.actor()
WHERE tenant_id = app.tenant() AND version = $1;
