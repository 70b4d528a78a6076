-- The set to undo, locked against a second undo.
-- $1 change_set_id bigint
SELECT s.kind, s.source, coalesce(s.undoes, 0) AS undoes, coalesce(s.undone_by, 0) AS undone_by,
    coalesce(u.kind, '') AS undoes_kind
FROM change_set s LEFT JOIN change_set u ON u.tenant_id = s.tenant_id AND u.change_set_id = s.undoes
WHERE s.tenant_id = app.tenant() AND s.change_set_id = $1
FOR UPDATE OF s;
