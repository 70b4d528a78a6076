-- Id of a tag by name, if there is one.
-- $1 name_key text
SELECT coalesce(max(tag_id), 0) FROM tag WHERE tenant_id = app.tenant() AND name_key = $1
