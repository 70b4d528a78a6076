-- Brings back the list that a change set took away; under another name when somebody has taken its own.
-- $1 change_set_id bigint
UPDATE list t SET deleted_at = NULL,
    name = CASE WHEN o.taken THEN left(t.name, 40) || ' (' || t.list_id || ')' ELSE t.name END,
    name_key = CASE WHEN o.taken THEN left(o.key, 40) || ' (' || t.list_id || ')' ELSE o.key END
FROM (SELECT d.list_id, k.key, EXISTS (SELECT FROM list n WHERE n.tenant_id = app.tenant() AND n.name_key = k.key) AS taken
    FROM list d CROSS JOIN LATERAL (SELECT split_part(d.name_key, E'\x1f', 1)) AS k(key)
    WHERE d.tenant_id = app.tenant() AND d.deleted_set = $1 AND d.deleted_at IS NOT NULL) AS o
WHERE t.tenant_id = app.tenant() AND t.list_id = o.list_id;
