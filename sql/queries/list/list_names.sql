-- What people call the references by which lists are narrowed: owners, tags and static lists.
SELECT 'owner' AS kind, user_id AS id, name, '' AS colour FROM app.members()
UNION ALL
SELECT 'tag', tag_id, name, colour FROM tag WHERE tenant_id = app.tenant() AND deleted_at IS NULL
UNION ALL
SELECT 'list', list_id, name, '' FROM list WHERE tenant_id = app.tenant() AND deleted_at IS NULL
ORDER BY kind, name, id;
