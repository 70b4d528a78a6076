-- The custom fields that an export may hold.
-- $1 entity bigint
SELECT key, label, type FROM custom_field
WHERE tenant_id = app.tenant() AND entity = $1 AND archived_at IS NULL AND deleted_at IS NULL
ORDER BY position NULLS LAST, lower(label), key
