-- Gives a run another reservation to spend from.
-- $1 run bigint
-- $2 reservation bigint
UPDATE pipeline_run SET reservation_id = $2 WHERE tenant_id = app.tenant() AND run_id = $1
