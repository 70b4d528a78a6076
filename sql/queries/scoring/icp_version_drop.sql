-- Throws a draft away.
-- $1 version bigint
DELETE FROM icp_version WHERE tenant_id = app.tenant() AND version = $1 AND activated_at IS NULL;
