-- The name of what narrows a list.
-- $1 kind text (Tag, List or Change), $2 its id bigint
SELECT name FROM tag WHERE $1::text = 'Tag' AND tenant_id = app.tenant() AND tag_id = $2
UNION ALL
SELECT name FROM list WHERE $1::text = 'List' AND tenant_id = app.tenant() AND list_id = $2
UNION ALL
SELECT source FROM change_set
WHERE $1::text = 'Change' AND tenant_id = app.tenant() AND change_set_id = $2;
