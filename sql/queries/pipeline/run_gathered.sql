-- How far a run is gathered.
-- $1 run bigint
-- $2 gathered bigint
UPDATE pipeline_run SET gathered = $2 WHERE tenant_id = app.tenant() AND run_id = $1
