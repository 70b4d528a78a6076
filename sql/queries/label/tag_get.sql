-- One tag by its id, unless it is deleted.
-- $1 id bigint
SELECT tag_id AS id, name, colour
FROM tag WHERE tenant_id = app.tenant() AND deleted_at IS NULL AND tag_id = $1;
