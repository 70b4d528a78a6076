-- Insights of a campaign that somebody applied or put away.
-- $1 campaign_id bigint
SELECT i.code, i.action, i.before::text AS before, app.user_name(i.decided_by) AS who,
    (extract(epoch FROM i.decided_at) * 1000)::bigint AS decided_ms
FROM campaign_insight i WHERE i.tenant_id = app.tenant() AND i.campaign_id = $1;
