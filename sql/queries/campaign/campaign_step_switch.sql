-- Switches a step on or off.
-- $1 campaign_id bigint, $2 step_id bigint, $3 is_on boolean
UPDATE campaign_step SET is_on = $3
WHERE tenant_id = app.tenant() AND campaign_id = $1 AND step_id = $2;
