-- How the fetch of a site ended.
-- $1 company_id bigint, $2 host text, $3 state text, $4 cause text, $5 message text, $6 moved_to text,
-- $7 next_seconds bigint
INSERT INTO site AS s (tenant_id, company_id, host, state, cause, message, moved_to, failures, n_pages,
    next_crawl_at)
SELECT app.tenant(), $1, $2, $3, $4, $5, $6, CASE WHEN $3 = 'failed' THEN 1 ELSE 0 END,
    (SELECT count(*) FROM page p
        WHERE p.tenant_id = app.tenant() AND p.company_id = $1 AND p.gone_at IS NULL),
    now() + make_interval(secs => $7::bigint)
ON CONFLICT (tenant_id, company_id) DO UPDATE SET host = excluded.host, state = excluded.state,
    cause = excluded.cause, message = excluded.message, moved_to = excluded.moved_to,
    failures = CASE WHEN excluded.state = 'failed' THEN s.failures + 1 ELSE 0 END,
    n_pages = excluded.n_pages, crawled_at = now(), next_crawl_at = excluded.next_crawl_at;
