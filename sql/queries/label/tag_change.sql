-- Another name and colour.
-- $1 id bigint, $2 name text, $3 name_key text, $4 colour text
UPDATE tag SET name = $2, name_key = $3, colour = $4
WHERE tenant_id = app.tenant() AND tag_id = $1 AND deleted_at IS NULL;
