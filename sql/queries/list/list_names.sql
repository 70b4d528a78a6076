-- What people call the references by which lists are narrowed: owners, tags and static lists.
SELECT kind, id, name, colour FROM (
    SELECT 'owner' AS kind, user_id AS id, name, '' AS colour, name AS name_key FROM app.members()
    UNION ALL
    SELECT 'tag', tag_id, name, colour, name_key FROM tag
    WHERE tenant_id = app.tenant() AND deleted_at IS NULL
    UNION ALL
    SELECT 'list', list_id, name, '', name_key FROM list
    WHERE tenant_id = app.tenant() AND deleted_at IS NULL
) AS n
ORDER BY kind, name_key, id;
