-- Takes a template out of the library; its row stays.
-- $1 template_id bigint
UPDATE campaign_template SET deleted_at = now()
WHERE tenant_id = app.tenant() AND template_id = $1 AND deleted_at IS NULL;
