-- Holds an adding until the transaction ends.
-- $1 adding bigint
SELECT adding_id FROM campaign_adding WHERE tenant_id = app.tenant() AND adding_id = $1 FOR UPDATE
