-- How far an adding is.
-- $1 adding bigint
-- $2 done bigint
-- $3 added bigint: now
UPDATE campaign_adding SET done = $2, added = added + $3 WHERE tenant_id = app.tenant() AND adding_id = $1
