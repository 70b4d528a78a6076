-- Takes the tag that an undo brought back away again, where no record holds it.
-- $1 change_set_id bigint
UPDATE tag t SET deleted_at = now(), name_key = t.name_key || E'\x1f' || t.tag_id
WHERE t.tenant_id = app.tenant() AND t.deleted_set = $1 AND t.deleted_at IS NULL
    AND NOT EXISTS (SELECT FROM company c WHERE c.tenant_id = t.tenant_id AND t.tag_id = ANY (c.tag_ids))
    AND NOT EXISTS (SELECT FROM contact c WHERE c.tenant_id = t.tenant_id AND t.tag_id = ANY (c.tag_ids));
