-- The names behind ids in records: 1 tags, 2 lists, 3 owners.
SELECT 1 AS kind, tag_id AS id, name FROM tag WHERE tenant_id = app.tenant()
UNION ALL SELECT 2, list_id, name FROM list WHERE tenant_id = app.tenant()
UNION ALL SELECT 3, user_id, name FROM app.members()
ORDER BY kind, id
