-- Asks for PDFs.
-- $1 pdf_template_id bigint, $2 campaign_id bigint, $3 contact_id bigint
INSERT INTO pdf_run (tenant_id, pdf_template_id, campaign_id, contact_id, asked_by)
VALUES (app.tenant(), $1, $2, $3, app.actor()) RETURNING pdf_run_id
