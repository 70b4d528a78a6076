-- The queue in an order, the part around one company, or its beginning where that does not wait. place
-- and of count from 1 over the whole queue.
-- $1 order text ('score', 'oldest', 'country'), $2 at company_id bigint, $3 before bigint, $4 behind bigint
WITH q AS (
    SELECT t.company_id, count(*) OVER () AS of,
        row_number() OVER (ORDER BY t.later_at NULLS FIRST,
            CASE WHEN $1 = 'oldest' THEN t.ruled_at END,
            CASE WHEN $1 = 'country' THEN c.country END NULLS LAST,
            s.total DESC NULLS LAST,
            nullif(c.codes[7], 0) NULLS LAST, c.sort_name, c.company_id) AS place
    FROM triage t
    JOIN company c ON c.tenant_id = app.tenant() AND c.company_id = t.company_id
        AND c.deleted_at IS NULL AND c.duplicate_of IS NULL
    LEFT JOIN score s ON s.tenant_id = app.tenant() AND s.company_id = t.company_id
    WHERE t.tenant_id = app.tenant() AND t.decided IS NULL AND t.ruled = 2
), a AS (
    SELECT coalesce((SELECT place FROM q WHERE q.company_id = $2), 1) AS place
)
SELECT q.company_id, q.place, q.of, c.name, c.employees, c.country, c.codes[1]::bigint AS industry,
    c.codes[7]::bigint AS tier, s.company_id IS NOT NULL AS scored,
    coalesce(s.total, 0)::bigint AS score
FROM q CROSS JOIN a
JOIN company c ON c.tenant_id = app.tenant() AND c.company_id = q.company_id
LEFT JOIN score s ON s.tenant_id = app.tenant() AND s.company_id = q.company_id
WHERE q.place BETWEEN a.place - $3 AND greatest(a.place, 1 + $3) + $4
ORDER BY q.place;
