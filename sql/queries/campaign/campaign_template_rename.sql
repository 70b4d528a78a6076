-- Another name and description for a template.
-- $1 template_id bigint, $2 name text, $3 name_key text, $4 description text
UPDATE campaign_template SET name = $2, name_key = $3, description = $4, updated_at = now()
WHERE tenant_id = app.tenant() AND template_id = $1 AND deleted_at IS NULL;
