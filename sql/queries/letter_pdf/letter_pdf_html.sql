-- The HTML of a template.
-- $1 pdf_template_id bigint
SELECT html FROM pdf_template WHERE tenant_id = app.tenant() AND pdf_template_id = $1
