-- The next companies that have pages, with the score that they have.
-- $1 after company_id bigint, $2 most bigint
SELECT s.company_id, c.total::bigint AS total, c.tier FROM site s
JOIN company o ON o.tenant_id = app.tenant() AND o.company_id = s.company_id AND o.deleted_at IS NULL
LEFT JOIN score c ON c.tenant_id = app.tenant() AND c.company_id = s.company_id
WHERE s.tenant_id = app.tenant() AND s.company_id > $1 AND s.n_pages > 0
ORDER BY s.company_id LIMIT $2;
