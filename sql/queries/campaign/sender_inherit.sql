-- The oldest sender becomes the default where there is none.
UPDATE campaign_sender SET is_default = true
WHERE tenant_id = app.tenant() AND sender_id = (SELECT min(sender_id) FROM campaign_sender
        WHERE tenant_id = app.tenant() AND deleted_at IS NULL)
    AND NOT EXISTS (SELECT FROM campaign_sender WHERE tenant_id = app.tenant() AND is_default AND deleted_at IS NULL);
