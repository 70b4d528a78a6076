-- The query and rank by which a company was first found; none: it was not discovered.
-- $1 company_id bigint
SELECT q.query_id, q.source, q.words, f.rank
FROM discovery_find f
JOIN discovery_query q ON q.tenant_id = app.tenant() AND q.query_id = f.query_id
WHERE f.tenant_id = app.tenant() AND f.company_id = $1
ORDER BY f.found_at, f.query_id LIMIT 1;
