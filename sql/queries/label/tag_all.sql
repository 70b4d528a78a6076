-- The tags of a workspace by name.
SELECT tag_id AS id, name, colour
FROM tag WHERE tenant_id = app.tenant() AND deleted_at IS NULL
ORDER BY name COLLATE "und-x-icu", tag_id;
