-- What there is of domains already, one row each that is: a company, one in the trash, or a block.
-- $1 domains text[]
SELECT d.domain, coalesce(c.company_id, 0) AS company_id, c.deleted_at IS NOT NULL AS deleted,
    coalesce(b.reason, '') AS block_reason, b.domain IS NOT NULL AS is_blocked
FROM unnest($1::text[]) AS d(domain)
LEFT JOIN LATERAL (SELECT x.company_id, x.deleted_at FROM company x
    WHERE x.tenant_id = app.tenant() AND x.domain = d.domain
    ORDER BY x.deleted_at IS NOT NULL, x.duplicate_of IS NOT NULL, x.company_id LIMIT 1) AS c ON true
LEFT JOIN discovery_block b ON b.tenant_id = app.tenant() AND b.domain = d.domain
WHERE c.company_id IS NOT NULL OR b.domain IS NOT NULL;
