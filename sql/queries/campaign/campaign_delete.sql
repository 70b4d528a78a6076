-- Takes a campaign away; its row stays.
-- $1 campaign_id bigint
UPDATE campaign SET deleted_at = now(), updated_at = now(), version = version + 1
WHERE tenant_id = app.tenant() AND campaign_id = $1 AND deleted_at IS NULL AND state = 'draft';
