-- Takes a tag away; its row stays for the undo and for timelines, its name is free.
-- $1 id bigint, $2 change_set_id bigint
UPDATE tag SET deleted_at = now(), deleted_set = $2, name_key = name_key || E'\x1f' || tag_id
WHERE tenant_id = app.tenant() AND tag_id = $1 AND deleted_at IS NULL;
