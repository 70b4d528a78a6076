-- Id of a list by name, if there is one.
-- $1 name_key text
SELECT coalesce(max(list_id), 0) FROM list WHERE tenant_id = app.tenant() AND name_key = $1
