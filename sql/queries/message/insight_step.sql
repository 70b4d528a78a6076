-- Sets what an insight proposes for a step.
-- $1 step_id bigint, $2 instructions text
UPDATE campaign_step SET instructions = nullif($2, '') WHERE tenant_id = app.tenant() AND step_id = $1;
