-- Whether this very page was made a PDF for the person before.
-- $1 pdf_template_id bigint, $2 contact_id bigint, $3 made_from text
SELECT count(*) FROM pdf_file WHERE tenant_id = app.tenant() AND pdf_template_id = $1 AND contact_id = $2 AND made_from = $3
