-- Change sets that touched records since a preview began, at most $2; and the newest of them.
-- $1 import_id bigint, $2 most bigint
WITH since AS (
    SELECT later.change_set_id
    FROM import i
    CROSS JOIN LATERAL (
        (SELECT s.change_set_id FROM change_set s
         WHERE s.tenant_id = app.tenant() AND s.change_set_id > i.preview_set
           AND EXISTS (SELECT FROM change c WHERE c.tenant_id = s.tenant_id AND c.change_set_id = s.change_set_id)
         ORDER BY s.change_set_id DESC LIMIT $2)
        UNION SELECT unnest(i.preview_open)
    ) AS later
    WHERE i.tenant_id = app.tenant() AND i.import_id = $1
    ORDER BY later.change_set_id DESC LIMIT $2
)
SELECT (SELECT count(*) FROM since) AS sets, s.kind, s.source, coalesce(u.kind, '') AS undoes,
    app.user_name(s.actor) AS who, (extract(epoch FROM s.created_at) * 1000)::bigint AS at_ms
FROM (SELECT max(change_set_id) AS change_set_id FROM since) AS newest
JOIN change_set s ON s.tenant_id = app.tenant() AND s.change_set_id = newest.change_set_id
LEFT JOIN change_set u ON u.tenant_id = s.tenant_id AND u.change_set_id = s.undoes
