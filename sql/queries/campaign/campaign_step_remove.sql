-- Takes steps away.
-- $1 campaign_id bigint, $2 step_id bigint (0: all)
DELETE FROM campaign_step
WHERE tenant_id = app.tenant() AND campaign_id = $1 AND ($2::bigint = 0 OR step_id = $2);
