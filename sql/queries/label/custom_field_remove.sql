-- Takes a custom field away; its row stays for the undo, its key is free.
-- $1 id bigint, $2 change_set_id bigint
UPDATE custom_field SET deleted_at = now(), deleted_set = $2, deleted_key = key,
    key = 'deleted_' || custom_field_id
WHERE tenant_id = app.tenant() AND custom_field_id = $1;
