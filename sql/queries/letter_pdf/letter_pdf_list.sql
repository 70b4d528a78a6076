-- The PDF templates of a workspace; of all, or one.
-- $1 pdf_template_id bigint: NULL for all
SELECT t.pdf_template_id, t.name, t.variables, octet_length(t.html)::bigint AS size, app.user_name(t.created_by) AS who,
    app.ms(t.updated_at) AS updated_ms,
    (SELECT count(*) FROM pdf_file f WHERE f.tenant_id = t.tenant_id AND f.pdf_template_id = t.pdf_template_id) AS files,
    (SELECT count(*) FROM campaign_step s WHERE s.tenant_id = t.tenant_id AND s.pdf_template_id = t.pdf_template_id) AS steps
FROM pdf_template t
WHERE t.tenant_id = app.tenant() AND t.deleted_at IS NULL AND ($1::bigint IS NULL OR t.pdf_template_id = $1)
ORDER BY t.name COLLATE "und-x-icu", t.pdf_template_id
