-- What scoring found at companies, but what people found to be wrong; what weighs most first, each with the
-- place that shows it best.
-- $1 companies bigint[]
-- $2 most bigint: of one company
SELECT i.id AS company_id, s.signal, s.points::bigint AS points, e.url, e.before, e.found, e.after, g.language,
    coalesce(g.kind, -1)::bigint AS page_kind, s.at
FROM (SELECT DISTINCT unnest($1::bigint[]) AS id) AS i
CROSS JOIN LATERAL (
    SELECT u.signal, u.points, (extract(epoch FROM s.scored_at) * 1000)::bigint AS at
    FROM score s CROSS JOIN LATERAL unnest(s.signals, s.points) AS u(signal, points)
    WHERE s.tenant_id = app.tenant() AND s.company_id = i.id AND u.points > 0
        AND NOT EXISTS (SELECT FROM score_verdict v WHERE v.tenant_id = app.tenant()
            AND v.company_id = i.id AND v.signal = u.signal AND NOT v.is_right)
    ORDER BY u.points DESC, u.signal LIMIT $2) AS s
CROSS JOIN LATERAL (SELECT x.url, x.before, x.found, x.after FROM score_evidence x
    WHERE x.tenant_id = app.tenant() AND x.company_id = i.id AND x.signal = s.signal
    ORDER BY x.place LIMIT 1) AS e
LEFT JOIN LATERAL (SELECT g.kind, g.language FROM page g
    WHERE g.tenant_id = app.tenant() AND g.company_id = i.id AND g.url = e.url OFFSET 0) AS g ON true
WHERE e.found <> ''
ORDER BY i.id, s.points DESC, s.signal
