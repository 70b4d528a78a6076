-- The lists of a workspace by name.
SELECT list_id AS id, name, 'grey' AS colour
FROM list WHERE tenant_id = app.tenant() AND deleted_at IS NULL
ORDER BY name COLLATE "und-x-icu", list_id;
