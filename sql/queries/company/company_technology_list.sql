-- What a company's site is built with.
-- $1 company_id bigint
SELECT technology, version, url, evidence, (extract(epoch FROM seen_at) * 1000)::bigint AS seen_ms
FROM company_technology
WHERE tenant_id = app.tenant() AND company_id = $1
ORDER BY technology;
