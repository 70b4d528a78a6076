-- Takes a sender away; its row stays for the campaigns that used it.
-- $1 sender_id bigint
UPDATE campaign_sender SET deleted_at = now(), is_default = false
WHERE tenant_id = app.tenant() AND sender_id = $1 AND deleted_at IS NULL;
