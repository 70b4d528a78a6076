-- Names the campaign.
-- $1 adding bigint
-- $2 campaign bigint
UPDATE campaign_adding SET campaign_id = $2
WHERE tenant_id = app.tenant() AND adding_id = $1 AND state = 'asked'
