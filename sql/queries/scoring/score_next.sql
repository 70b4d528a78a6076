-- The next companies of one slice that have pages and no score of this model, or a score that is older
-- than their pages or than a week.
-- $1 version bigint, $2 after company_id bigint, $3 slice bigint, $4 slices bigint, $5 most bigint
SELECT s.company_id FROM site s
JOIN company o ON o.tenant_id = app.tenant() AND o.company_id = s.company_id AND o.deleted_at IS NULL
LEFT JOIN score c ON c.tenant_id = app.tenant() AND c.company_id = s.company_id
WHERE s.tenant_id = app.tenant() AND s.company_id > $2 AND s.company_id % $4 = $3 AND s.n_pages > 0
    AND (c.version IS DISTINCT FROM $1 OR c.scored_at < s.crawled_at
        OR c.scored_at < now() - interval '7 days')
ORDER BY s.company_id LIMIT $5;
