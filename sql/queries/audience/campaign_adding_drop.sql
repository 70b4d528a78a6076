-- Forgets an adding that was only asked about.
-- $1 adding bigint
DELETE FROM campaign_adding WHERE tenant_id = app.tenant() AND adding_id = $1 AND state = 'asked'
