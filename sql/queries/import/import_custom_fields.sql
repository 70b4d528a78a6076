-- The custom fields of a workspace, for the mapping.
SELECT f.entity, f.key, f.label FROM custom_field f WHERE f.tenant_id = app.tenant()
    AND f.deleted_at IS NULL AND f.archived_at IS NULL
ORDER BY f.entity DESC, f.label COLLATE "und-x-icu", f.key
