-- What triage knows of the companies behind one, of those that have a score, a tier or a verdict already.
-- $1 after company_id bigint, $2 limit bigint
SELECT c.company_id, c.name, c.employees, c.revenue, c.codes[1]::bigint AS industry,
    c.codes[5]::bigint AS country, c.codes[7]::bigint AS tier, s.total IS NOT NULL AS scored,
    coalesce(s.total, 0)::bigint AS score,
    ((c.domain IS NOT NULL)::int + ((c.codes[1] <> 0)::int << 1)
        + ((c.country IS NOT NULL)::int << 2) + ((c.employees IS NOT NULL)::int << 3)
        + ((c.revenue IS NOT NULL)::int << 4) + ((c.description IS NOT NULL)::int << 5)
        + ((c.phone IS NOT NULL)::int << 6) + ((c.linkedin_url IS NOT NULL)::int << 7))::bigint
        AS known,
    coalesce(t.decided, 0)::bigint AS decided
FROM company c
LEFT JOIN LATERAL (SELECT x.ruled, x.decided FROM triage x
    WHERE x.tenant_id = app.tenant() AND x.company_id = c.company_id LIMIT 1) AS t ON true
LEFT JOIN LATERAL (SELECT x.total FROM score x
    WHERE x.tenant_id = app.tenant() AND x.company_id = c.company_id LIMIT 1) AS s ON true
WHERE c.tenant_id = app.tenant() AND c.deleted_at IS NULL AND c.duplicate_of IS NULL
    AND c.company_id > $1 AND (c.codes[7] <> 0 OR t.ruled IS NOT NULL OR s.total IS NOT NULL)
ORDER BY c.company_id LIMIT $2;
