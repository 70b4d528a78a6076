-- All changes of some records since a set began, oldest first, but what this undo itself has written.
-- $1 entity smallint, $2 record ids bigint[], $3 change_set_id bigint, $4 undo set bigint
SELECT c.record_id, c.change_set_id, c.at::text AS at, ascii(c.kind::text)::bigint AS kind, c.fields, c.voided
FROM change c
WHERE c.tenant_id = app.tenant() AND c.entity = $1::bigint::smallint AND c.record_id = ANY ($2::bigint[])
    AND c.change_set_id <> $4
    AND c.at >= (SELECT s.created_at FROM change_set s
                 WHERE s.tenant_id = app.tenant() AND s.change_set_id = $3)
ORDER BY c.record_id, c.at;
