-- Companies that show a signal, the best page of each, the highest scores first.
-- $1 signal text, $2 most bigint
SELECT o.company_id, o.name, e.url, e.before, e.found, e.after, c.total::bigint AS total,
    CASE WHEN v.is_right IS NULL THEN 0 WHEN v.is_right THEN 1 ELSE 2 END::bigint AS verdict
FROM score c
JOIN score_evidence e ON e.tenant_id = app.tenant() AND e.company_id = c.company_id AND e.signal = $1 AND e.place = 1
JOIN company o ON o.tenant_id = app.tenant() AND o.company_id = c.company_id AND o.deleted_at IS NULL
LEFT JOIN score_verdict v ON v.tenant_id = app.tenant() AND v.company_id = c.company_id AND v.signal = $1
WHERE c.tenant_id = app.tenant() AND $1 = ANY (c.signals)
ORDER BY c.total DESC, c.company_id LIMIT $2;
