-- Tags whose folded name holds a text, with how many records are tagged so.
-- $1 folded text, $2 limit bigint
WITH of_companies AS (
    SELECT u.id, count(*) AS n FROM company c, unnest(c.tag_ids) AS u(id)
    WHERE c.tenant_id = app.tenant() AND c.deleted_at IS NULL GROUP BY u.id
), of_contacts AS (
    SELECT u.id, count(*) AS n FROM contact c, unnest(c.tag_ids) AS u(id)
    WHERE c.tenant_id = app.tenant() AND c.deleted_at IS NULL GROUP BY u.id
)
SELECT t.tag_id AS id, t.name, t.colour, coalesce(c.n, 0) AS companies,
    coalesce(p.n, 0) AS contacts, (extract(epoch FROM t.created_at) * 1000)::bigint AS created_ms,
    app.user_name(t.created_by) AS created_by, count(*) OVER () AS total
FROM tag t
LEFT JOIN of_companies c ON c.id = t.tag_id
LEFT JOIN of_contacts p ON p.id = t.tag_id
WHERE t.tenant_id = app.tenant() AND t.deleted_at IS NULL AND strpos(t.name_key, $1) > 0
ORDER BY t.name COLLATE "und-x-icu", t.tag_id LIMIT $2;
