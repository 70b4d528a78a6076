-- Marks a set as undone by another, or (NULL) as standing again.
-- $1 change_set_id bigint, $2 undone_by bigint
UPDATE change_set SET undone_by = $2 WHERE tenant_id = app.tenant() AND change_set_id = $1;
