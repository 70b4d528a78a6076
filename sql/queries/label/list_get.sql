-- One list by its id, unless it is deleted.
-- $1 id bigint
SELECT list_id AS id, name, 'grey' AS colour
FROM list WHERE tenant_id = app.tenant() AND deleted_at IS NULL AND list_id = $1;
