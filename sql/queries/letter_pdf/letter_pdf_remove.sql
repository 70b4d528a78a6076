-- Takes a template away; what was made from it stays.
-- $1 pdf_template_id bigint
UPDATE pdf_template SET deleted_at = now() WHERE tenant_id = app.tenant() AND pdf_template_id = $1 AND deleted_at IS NULL
