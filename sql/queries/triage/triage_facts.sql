-- What triage knows of companies: of these, or of all that have a score, a tier or a verdict already.
-- $1 ids bigint[] or NULL, $2 after company_id bigint, $3 limit bigint
SELECT c.company_id, c.name, c.employees, c.revenue, c.codes[1]::bigint AS industry,
    c.codes[5]::bigint AS country, c.codes[7]::bigint AS tier, c.score IS NOT NULL AS scored, coalesce(c.score, 0)::bigint AS score,
    ((c.domain IS NOT NULL)::int + ((c.codes[1] <> 0)::int << 1)
        + ((c.country IS NOT NULL)::int << 2) + ((c.employees IS NOT NULL)::int << 3)
        + ((c.revenue IS NOT NULL)::int << 4) + ((c.description IS NOT NULL)::int << 5)
        + ((c.phone IS NOT NULL)::int << 6) + ((c.linkedin_url IS NOT NULL)::int << 7))::bigint
        AS known,
    coalesce(t.decided, 0)::bigint AS decided
FROM company c
LEFT JOIN triage t ON t.tenant_id = app.tenant() AND t.company_id = c.company_id
LEFT JOIN score s ON s.tenant_id = app.tenant() AND s.company_id = c.company_id
WHERE c.tenant_id = app.tenant() AND c.deleted_at IS NULL AND c.company_id > $2
    AND CASE WHEN $1::bigint[] IS NULL
        THEN c.duplicate_of IS NULL AND (c.codes[7] <> 0 OR t.company_id IS NOT NULL OR s.company_id IS NOT NULL)
        ELSE c.company_id = ANY ($1::bigint[]) END
ORDER BY c.company_id LIMIT $3;
