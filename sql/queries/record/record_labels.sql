-- The tags and lists of a record, with the colours of tags.
-- $1 tag ids bigint[], $2 list ids bigint[]
(SELECT 0::bigint AS kind, t.tag_id AS id, t.name, t.colour FROM tag t
    WHERE t.tenant_id = app.tenant() AND t.tag_id = ANY ($1::bigint[]) AND t.deleted_at IS NULL
    ORDER BY t.name_key)
UNION ALL
(SELECT 1, l.list_id, l.name, 'grey' FROM list l
    WHERE l.tenant_id = app.tenant() AND l.list_id = ANY ($2::bigint[]) AND l.deleted_at IS NULL
    ORDER BY l.name_key);
