-- Keeps a cleaned template.
-- $1 name text, $2 html text, $3 variables text[]
INSERT INTO pdf_template (tenant_id, name, html, variables, created_by)
VALUES (app.tenant(), $1, $2, $3::text[], app.actor()) RETURNING pdf_template_id
