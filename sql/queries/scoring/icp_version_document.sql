-- The document of a version.
-- $1 version bigint
SELECT document::text FROM icp_version WHERE tenant_id = app.tenant() AND version = $1;
