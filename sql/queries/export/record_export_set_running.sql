-- A worker has taken it up, for the first time or again.
-- $1 export_id bigint
UPDATE record_export SET state = 'running', error = NULL, finished_at = NULL
WHERE tenant_id = app.tenant() AND export_id = $1
