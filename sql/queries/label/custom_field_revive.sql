-- Brings back the custom field that a change set took away, unless a new one has its key by now.
-- $1 change_set_id bigint
UPDATE custom_field f SET deleted_at = NULL, key = f.deleted_key, deleted_key = NULL
WHERE f.tenant_id = app.tenant() AND f.deleted_set = $1 AND f.deleted_at IS NOT NULL
    AND NOT EXISTS (SELECT FROM custom_field n WHERE n.tenant_id = app.tenant() AND n.entity = f.entity
        AND n.key = f.deleted_key);
