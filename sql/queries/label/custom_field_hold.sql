-- One custom field, held against a second change.
-- $1 id bigint
SELECT custom_field_id AS id, entity, key, label, type, options::text AS options_text,
    archived_at IS NOT NULL AS archived
FROM custom_field WHERE tenant_id = app.tenant() AND custom_field_id = $1 AND deleted_at IS NULL
FOR UPDATE;
