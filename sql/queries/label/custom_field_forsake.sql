-- Takes the custom field that an undo brought back away again, where no record has a value in it.
-- $1 change_set_id bigint
UPDATE custom_field f SET deleted_at = now(), deleted_key = f.key, key = 'deleted_' || f.custom_field_id
WHERE f.tenant_id = app.tenant() AND f.deleted_set = $1 AND f.deleted_at IS NULL
    AND NOT EXISTS (SELECT FROM company c WHERE f.entity = 1 AND c.tenant_id = f.tenant_id AND c.custom ? f.key)
    AND NOT EXISTS (SELECT FROM contact c WHERE f.entity = 2 AND c.tenant_id = f.tenant_id AND c.custom ? f.key);
