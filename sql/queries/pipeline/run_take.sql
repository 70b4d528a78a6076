-- Keeps the ids that a run is about.
-- $1 run bigint
-- $2 ids bigint[]
UPDATE pipeline_run SET ids = $2, records = cardinality($2::bigint[]), started_at = now()
WHERE tenant_id = app.tenant() AND run_id = $1
