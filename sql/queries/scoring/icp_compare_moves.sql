-- Companies that would change their tier, the largest change first.
-- $1 version bigint, $2 most bigint
SELECT m.company_id, o.name, m.total_before IS NOT NULL AS scored,
    coalesce(m.total_before, 0)::bigint AS total_before, m.total_after::bigint AS total_after,
    m.tier_before, m.tier_after, o.status
FROM icp_compare_move m
JOIN company o ON o.tenant_id = app.tenant() AND o.company_id = m.company_id AND o.deleted_at IS NULL
WHERE m.tenant_id = app.tenant() AND m.version = $1
ORDER BY abs(m.total_after - coalesce(m.total_before, 0)) DESC, m.company_id LIMIT $2;
