-- The library of templates by name, or one of them.
-- $1 template_id bigint (0: all)
SELECT t.template_id, t.name, coalesce(t.description, '') AS description, t.steps::text AS steps,
    t.defaults::text AS defaults, app.user_name(t.created_by) AS author,
    (extract(epoch FROM t.updated_at) * 1000)::bigint AS updated_ms
FROM campaign_template t
WHERE t.tenant_id = app.tenant() AND t.deleted_at IS NULL AND ($1::bigint = 0 OR t.template_id = $1)
ORDER BY t.name COLLATE "und-x-icu", t.template_id;
