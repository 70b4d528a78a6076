-- The domains that never become companies here.
-- $1 limit bigint
SELECT b.domain, b.reason, app.user_name(b.created_by) AS who,
    (extract(epoch FROM b.created_at) * 1000)::bigint AS created_ms
FROM discovery_block b WHERE b.tenant_id = app.tenant() ORDER BY b.domain LIMIT $1;
