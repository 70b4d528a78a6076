-- Takes records of a cancelled run out of the queue.
-- $1 run bigint
-- $2 most bigint
DELETE FROM stage_work WHERE (tenant_id, run_id, entity, record_id) IN (
    SELECT tenant_id, run_id, entity, record_id FROM stage_work
    WHERE tenant_id = app.tenant() AND run_id = $1 ORDER BY entity, record_id LIMIT $2 FOR UPDATE)
