-- What a campaign names that is still there.
-- $1 campaign_id bigint
SELECT s.sender_id, p.provider_id
FROM campaign c
LEFT JOIN campaign_sender s ON s.tenant_id = c.tenant_id AND s.sender_id = c.sender_id AND s.deleted_at IS NULL
LEFT JOIN provider p ON p.tenant_id = c.tenant_id AND p.provider_id = c.provider_id AND p.deleted_at IS NULL
WHERE c.tenant_id = app.tenant() AND c.campaign_id = $1;
