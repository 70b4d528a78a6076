-- Takes an entry off the list.
-- $1 suppression_id bigint
DELETE FROM suppression WHERE tenant_id = app.tenant() AND suppression_id = $1 RETURNING value;
