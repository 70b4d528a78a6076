-- What became of the sites of companies.
-- $1 company_ids bigint[]
SELECT s.company_id, s.host, s.state, s.cause, s.message, s.moved_to, s.failures, s.n_pages,
    extract(epoch FROM s.crawled_at)::bigint AS crawled_at,
    extract(epoch FROM s.next_crawl_at)::bigint AS next_crawl_at
FROM site s
WHERE s.tenant_id = app.tenant() AND s.company_id = ANY ($1)
ORDER BY s.company_id;
