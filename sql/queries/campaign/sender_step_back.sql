-- The default sender is it no more, where it is another one.
-- $1 sender_id bigint
UPDATE campaign_sender SET is_default = false
WHERE tenant_id = app.tenant() AND is_default AND deleted_at IS NULL AND sender_id IS DISTINCT FROM $1::bigint;
