-- The change set of the run.
-- $1 import_id bigint, $2 change_set_id bigint
UPDATE import SET change_set_id = $2 WHERE tenant_id = app.tenant() AND import_id = $1
