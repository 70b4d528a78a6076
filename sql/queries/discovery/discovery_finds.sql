-- What a query found, by rank: of a verdict ('' all), behind a rank.
-- $1 query_id bigint, $2 verdict text, $3 behind rank bigint, $4 limit bigint
SELECT f.key, f.rank, f.url, f.title, f.verdict, f.reason, coalesce(f.company_id, 0) AS company_id,
    c.name AS company, (extract(epoch FROM f.found_at) * 1000)::bigint AS found_ms
FROM discovery_find f
JOIN discovery_query q ON q.tenant_id = app.tenant() AND q.query_id = f.query_id AND q.runs = f.run
LEFT JOIN company c ON c.tenant_id = app.tenant() AND c.company_id = f.company_id
    AND c.deleted_at IS NULL
WHERE f.tenant_id = app.tenant() AND f.query_id = $1 AND ($2 = '' OR f.verdict = $2) AND f.rank > $3
ORDER BY f.rank, f.key LIMIT $4;
