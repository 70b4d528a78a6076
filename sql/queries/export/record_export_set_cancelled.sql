-- Somebody stopped it; there is no file.
-- $1 export_id bigint
UPDATE record_export SET state = 'cancelled', finished_at = now()
WHERE tenant_id = app.tenant() AND export_id = $1
