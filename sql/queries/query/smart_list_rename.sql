-- Gives a smart list another name.
-- $1 smart_list_id bigint, $2 name text, $3 name_key text
UPDATE smart_list SET name = $2, name_key = $3, updated_at = now()
WHERE tenant_id = app.tenant() AND smart_list_id = $1;
