-- The next companies of one slice that have pages and no score of this model, or a score that is older
-- than their pages or than a week. Sites that are no company's and pages without text give no score
-- (score_pages.sql), so they would be due for ever.
-- $1 version bigint, $2 after company_id bigint, $3 slice bigint, $4 slices bigint, $5 most bigint
SELECT d.company_id FROM (
    SELECT s.company_id FROM site s
    JOIN company o ON o.tenant_id = app.tenant() AND o.company_id = s.company_id AND o.deleted_at IS NULL
    LEFT JOIN score c ON c.tenant_id = app.tenant() AND c.company_id = s.company_id
    WHERE s.tenant_id = app.tenant() AND s.company_id > $2 AND s.company_id % $4 = $3 AND s.n_pages > 0
        AND (c.version IS DISTINCT FROM $1 OR c.scored_at < s.crawled_at
            OR c.scored_at < now() - interval '7 days')
    ORDER BY s.company_id OFFSET 0
) AS d
WHERE NOT EXISTS (SELECT FROM stage_latest l WHERE l.tenant_id = app.tenant() AND l.entity = 1
        AND l.record_id = d.company_id AND l.stage = 'facts' AND l.result = 'no_match' OFFSET 0)
    AND EXISTS (SELECT FROM page p WHERE p.tenant_id = app.tenant() AND p.company_id = d.company_id
        AND p.gone_at IS NULL AND p.text <> '' OFFSET 0)
ORDER BY d.company_id LIMIT $5;
