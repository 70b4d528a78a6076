-- It will not be made; the words are for people.
-- $1 export_id bigint, $2 error text
UPDATE record_export SET state = 'failed', error = $2, finished_at = now()
WHERE tenant_id = app.tenant() AND export_id = $1 AND state <> 'done'
