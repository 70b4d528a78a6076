-- Keeps a PDF.
-- $1 pdf_template_id bigint, $2 campaign_id bigint, $3 contact_id bigint, $4 token text, $5 file text, $6 size bigint
-- $7 made_from text
INSERT INTO pdf_file (tenant_id, pdf_template_id, campaign_id, contact_id, token, file, file_size, made_from)
VALUES (app.tenant(), $1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING
