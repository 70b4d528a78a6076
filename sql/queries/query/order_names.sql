-- What lists are ordered by where they show names: of owners, tags or static lists, one kind at a time.
-- $1 kind text
-- $2 ids bigint[]
SELECT u.id, lower(app.user_name(u.id) COLLATE "C") AS key FROM unnest($2::bigint[]) AS u(id) WHERE $1::text = 'owner'
UNION ALL
SELECT tag_id, name_key FROM tag WHERE tenant_id = app.tenant() AND tag_id = ANY ($2::bigint[]) AND $1::text = 'tag'
UNION ALL
SELECT list_id, name_key FROM list WHERE tenant_id = app.tenant() AND list_id = ANY ($2::bigint[]) AND $1::text = 'list'
