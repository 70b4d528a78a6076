-- What the score of a company is made of, what weighs most first, each with the place that shows it best.
-- $1 company_id bigint
SELECT u.signal, coalesce(d.label, u.signal) AS label, u.points::bigint AS points, e.url,
    coalesce(e.before, '') AS before, coalesce(e.found, '') AS found, coalesce(e.after, '') AS after
FROM score s
CROSS JOIN LATERAL unnest(s.signals, s.points) AS u(signal, points)
LEFT JOIN LATERAL (SELECT x.url, x.before, x.found, x.after FROM score_evidence x
    WHERE x.tenant_id = app.tenant() AND x.company_id = s.company_id AND x.signal = u.signal
    ORDER BY x.place LIMIT 1) AS e ON true
LEFT JOIN LATERAL (SELECT g ->> 'label' AS label FROM icp_version v
    CROSS JOIN LATERAL jsonb_array_elements(v.document -> 'signals') AS g
    WHERE v.tenant_id = app.tenant() AND v.version = s.version AND g ->> 'key' = u.signal LIMIT 1) AS d ON true
WHERE s.tenant_id = app.tenant() AND s.company_id = $1
ORDER BY abs(u.points) DESC, u.signal;
