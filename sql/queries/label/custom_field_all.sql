-- The custom fields of an entity (0: of both) in their order; archived ones last, if asked for.
-- $1 entity bigint, $2 archived too boolean
SELECT custom_field_id AS id, entity, key, label, type, options::text AS options_text,
    archived_at IS NOT NULL AS archived
FROM custom_field
WHERE tenant_id = app.tenant() AND deleted_at IS NULL AND ($1::bigint = 0 OR entity = $1)
    AND ($2::boolean OR archived_at IS NULL)
ORDER BY entity DESC, archived_at IS NOT NULL, position NULLS LAST, custom_field_id;
