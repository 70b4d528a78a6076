-- The change set of a run, for all that it creates; 0 of a run that begins.
-- $1 query_id bigint, $2 change_set_id bigint
UPDATE discovery_query SET change_set_id = $2 WHERE tenant_id = app.tenant() AND query_id = $1;
