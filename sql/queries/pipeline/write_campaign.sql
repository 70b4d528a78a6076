-- The campaign that a run writes for.
-- $1 run bigint
SELECT coalesce(campaign_id, 0) AS campaign_id FROM pipeline_run WHERE tenant_id = app.tenant() AND run_id = $1
