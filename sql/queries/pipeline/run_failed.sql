-- The gathering of a run has failed for good: what it put into the queue goes, its money comes back.
-- $1 run bigint
-- $2 reason text
WITH ended AS (
    UPDATE pipeline_run SET state = 'failed', reason = $2, finished_at = now()
    WHERE tenant_id = app.tenant() AND run_id = $1 AND state = 'gathering'
    RETURNING tenant_id, run_id, reservation_id
), cleared AS (
    DELETE FROM stage_work w USING ended e WHERE w.tenant_id = e.tenant_id AND w.run_id = e.run_id
)
SELECT app.reservation_close(tenant_id, reservation_id) FROM ended
