-- Campaigns whose steps may still change, newest first.
-- $1 limit bigint
SELECT c.campaign_id, c.name, (SELECT count(*) FROM campaign_step s
    WHERE s.tenant_id = app.tenant() AND s.campaign_id = c.campaign_id) AS steps
FROM campaign c
WHERE c.tenant_id = app.tenant() AND c.deleted_at IS NULL AND c.state IN ('draft', 'ready')
ORDER BY c.updated_at DESC, c.campaign_id DESC LIMIT $1;
