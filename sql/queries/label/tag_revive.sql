-- Brings back the tag that a change set took away; under another name when somebody has taken its own.
-- $1 change_set_id bigint
UPDATE tag t SET deleted_at = NULL,
    name = CASE WHEN o.taken THEN left(t.name, 40) || ' (' || t.tag_id || ')' ELSE t.name END,
    name_key = CASE WHEN o.taken THEN left(o.key, 40) || ' (' || t.tag_id || ')' ELSE o.key END
FROM (SELECT d.tag_id, k.key, EXISTS (SELECT FROM tag n WHERE n.tenant_id = app.tenant() AND n.name_key = k.key) AS taken
    FROM tag d CROSS JOIN LATERAL (SELECT split_part(d.name_key, E'\x1f', 1)) AS k(key)
    WHERE d.tenant_id = app.tenant() AND d.deleted_set = $1 AND d.deleted_at IS NOT NULL) AS o
WHERE t.tenant_id = app.tenant() AND t.tag_id = o.tag_id;
