-- The text of the pages of companies, those of one beside each other; none of sites that are known to be
-- no company's, such as a newspaper.
-- $1 company ids bigint[], $2 with navigation and footers boolean,
-- $3 with the addresses they link to boolean
SELECT p.company_id, p.kind::bigint AS kind, p.url, p.text,
    CASE WHEN $2::boolean THEN p.frame_text END AS frame_text,
    CASE WHEN $3::boolean THEN p.links END AS links
FROM unnest($1::bigint[]) AS w(id)
JOIN page p ON p.tenant_id = app.tenant() AND p.company_id = w.id AND p.gone_at IS NULL
WHERE NOT EXISTS (SELECT FROM stage_latest l WHERE l.tenant_id = app.tenant() AND l.entity = 1
    AND l.record_id = w.id AND l.stage = 'facts' AND l.result = 'no_match')
ORDER BY p.company_id, p.page_id;
