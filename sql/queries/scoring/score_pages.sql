-- The text of the pages of companies, those of one beside each other.
-- $1 company ids bigint[], $2 with navigation and footers boolean
SELECT p.company_id, p.kind::bigint AS kind, p.url, p.text,
    CASE WHEN $2::boolean THEN p.frame_text END AS frame_text
FROM unnest($1::bigint[]) AS w(id)
JOIN page p ON p.tenant_id = app.tenant() AND p.company_id = w.id AND p.gone_at IS NULL
ORDER BY p.company_id, p.page_id;
