-- Forgets what was done with an insight.
-- $1 campaign_id bigint, $2 code text
DELETE FROM campaign_insight WHERE tenant_id = app.tenant() AND campaign_id = $1 AND code = $2;
