-- The list that a bulk action came from, by its change set, by the undo of that, or by the undo of the undo.
-- $1 change_set_id bigint, $2 undoes bigint, $3 undoes_an_undo bigint
SELECT entity, filter FROM bulk
WHERE tenant_id = app.tenant() AND change_set_id IN ($1, $2, $3);
