-- The number of the version that scores.
SELECT coalesce((SELECT version FROM icp_version WHERE tenant_id = app.tenant() AND active), 1);
