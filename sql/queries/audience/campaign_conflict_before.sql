-- Keeps the days of steps before one is moved.
-- $1 conflict bigint
-- $2 campaign bigint
UPDATE campaign_conflict SET facts = facts || jsonb_build_object('before', (SELECT jsonb_object_agg(s.step_id, s.day_offset)
    FROM campaign_step s WHERE s.tenant_id = app.tenant() AND s.campaign_id = $2))
WHERE tenant_id = app.tenant() AND conflict_id = $1
