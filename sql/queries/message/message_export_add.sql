-- Asks for an export.
-- $1 campaign_id bigint, $2 format text, $3 bom boolean
INSERT INTO campaign_export (tenant_id, campaign_id, format, bom, asked_by)
VALUES (app.tenant(), $1, $2, $3, app.actor()) RETURNING export_id
