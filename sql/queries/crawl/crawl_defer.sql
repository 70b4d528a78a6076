-- These sites are in a run now: not due again before it has had its time.
-- $1 company_ids bigint[], $2 seconds bigint
UPDATE site SET next_crawl_at = now() + make_interval(secs => $2::bigint)
WHERE tenant_id = app.tenant() AND company_id = ANY ($1);
