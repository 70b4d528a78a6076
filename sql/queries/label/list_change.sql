-- Another name.
-- $1 id bigint, $2 name text, $3 name_key text
UPDATE list SET name = $2, name_key = $3
WHERE tenant_id = app.tenant() AND list_id = $1 AND deleted_at IS NULL;
