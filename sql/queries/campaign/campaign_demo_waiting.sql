-- How many runs of the workspace are not over.
SELECT count(*) FROM pipeline_run
WHERE tenant_id = app.tenant() AND state IN ('gathering', 'running');
