-- What was decided in a campaign, by channel.
-- $1 campaign_id bigint
SELECT m.channel, count(*) FILTER (WHERE m.state IN ('approved', 'sent', 'delivered', 'replied')) AS approved,
    count(*) FILTER (WHERE m.state = 'rejected') AS rejected, count(*) FILTER (WHERE m.state = 'draft') AS draft
FROM message m
WHERE m.tenant_id = app.tenant() AND m.campaign_id = $1
GROUP BY m.channel ORDER BY min(m.position);
