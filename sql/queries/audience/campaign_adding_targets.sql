-- Campaigns that people can be added to, the newest first.
SELECT campaign_id, name, state FROM campaign
WHERE tenant_id = app.tenant() AND deleted_at IS NULL AND state IN ('draft', 'ready')
ORDER BY campaign_id DESC LIMIT 200
