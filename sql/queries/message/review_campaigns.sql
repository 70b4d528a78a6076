-- Campaigns in review, those with drafts first.
SELECT g.campaign_id, g.name, app.user_name(g.owner_id) AS owner, n.draft AS left,
    n.draft + n.approved + n.rejected + n.set_aside + n.sent AS total
FROM campaign g
JOIN campaign_count n ON n.tenant_id = app.tenant() AND n.campaign_id = g.campaign_id
WHERE g.tenant_id = app.tenant() AND g.deleted_at IS NULL AND g.state = 'review'
ORDER BY n.draft = 0, g.name_key, g.campaign_id LIMIT 200;
