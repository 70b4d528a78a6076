-- How many versions of the model the workspace has.
SELECT count(*) FROM icp_version WHERE tenant_id = app.tenant();
