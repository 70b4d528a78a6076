-- Tags, lists and custom fields that an import made and that are still there.
-- $1 import_id bigint
SELECT 'field' AS kind, custom_field_id AS id, entity, label AS name, '' AS used, '' AS used_by
FROM custom_field WHERE tenant_id = app.tenant() AND import_id = $1 AND deleted_at IS NULL
UNION ALL
SELECT 'list', list_id, 0, name, '', '' FROM list
WHERE tenant_id = app.tenant() AND import_id = $1 AND deleted_at IS NULL
UNION ALL
SELECT 'tag', tag_id, 0, name, '', '' FROM tag
WHERE tenant_id = app.tenant() AND import_id = $1 AND deleted_at IS NULL
ORDER BY kind, name, id
