-- No version is active for a moment: before another one is.
UPDATE icp_version SET active = false WHERE tenant_id = app.tenant() AND active;
