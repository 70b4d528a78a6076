-- Companies whose pages are due for another look, the longest overdue first.
-- $1 most bigint
SELECT s.company_id
FROM site s JOIN company c ON c.tenant_id = s.tenant_id AND c.company_id = s.company_id
WHERE s.tenant_id = app.tenant() AND s.next_crawl_at < now() AND c.deleted_at IS NULL
    AND c.duplicate_of IS NULL
ORDER BY s.next_crawl_at LIMIT $1;
