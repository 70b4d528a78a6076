-- What the owners, tags and lists of some rows are called, labels in the order of their names.
-- $1 owners bigint[]
-- $2 tags bigint[]
-- $3 lists bigint[]
SELECT kind, id, name FROM (
    SELECT 'owner' AS kind, u.id, coalesce(app.user_name(u.id), '') AS name, '' AS name_key
    FROM (SELECT DISTINCT unnest($1::bigint[]) AS id) AS u
    UNION ALL
    SELECT 'tag', tag_id, name, name_key FROM tag
    WHERE tenant_id = app.tenant() AND tag_id = ANY ($2::bigint[])
    UNION ALL
    SELECT 'list', list_id, name, name_key FROM list
    WHERE tenant_id = app.tenant() AND list_id = ANY ($3::bigint[])
) AS n
ORDER BY kind, name_key, id
