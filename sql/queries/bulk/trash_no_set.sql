-- Takes back a change set that nothing was written into.
-- $1 change_set_id bigint
DELETE FROM change_set WHERE tenant_id = app.tenant() AND change_set_id = $1;
