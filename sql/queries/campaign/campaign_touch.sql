-- People or steps of a campaign changed.
-- $1 campaign_id bigint
UPDATE campaign SET people_changed_at = now(), updated_at = now()
WHERE tenant_id = app.tenant() AND campaign_id = $1;
