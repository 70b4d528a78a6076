-- The smart lists of an entity, by name; of one id only where it is given.
-- $1 entity bigint or NULL for both, $2 smart_list_id bigint or NULL for all
SELECT s.smart_list_id, s.entity::bigint AS entity, s.name, s.filter, s.sort, s.descending,
    app.user_name(s.created_by) AS who, (extract(epoch FROM s.updated_at) * 1000)::bigint AS updated_ms
FROM smart_list s
WHERE s.tenant_id = app.tenant() AND ($1::bigint IS NULL OR s.entity = $1)
    AND ($2::bigint IS NULL OR s.smart_list_id = $2)
ORDER BY s.entity DESC, s.name_key LIMIT 500;
