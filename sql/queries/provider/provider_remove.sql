-- Removes a service: its log and use stay, its key does not.
-- $1 provider_id bigint
UPDATE provider SET deleted_at = now(), is_on = false, sealed_key = NULL, settings = '{}'
WHERE tenant_id = app.tenant() AND provider_id = $1 AND deleted_at IS NULL;
