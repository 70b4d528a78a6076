-- The custom fields of a workspace, for the mapping.
SELECT f.entity, f.key, f.label FROM custom_field f WHERE f.tenant_id = app.tenant()
ORDER BY f.entity DESC, f.label COLLATE "und-x-icu", f.key
