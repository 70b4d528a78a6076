-- All changes of some records since a set began, oldest first, but what this undo itself has written.
-- $1 entity smallint, $2 record ids bigint[], $3 change_set_id bigint, $4 undo set bigint
WITH begun AS MATERIALIZED (
    SELECT s.created_at FROM change_set s WHERE s.tenant_id = app.tenant() AND s.change_set_id = $3
)
SELECT i.id AS record_id, c.change_set_id, c.at::text AS at, ascii(c.kind::text)::bigint AS kind, c.fields, c.voided
FROM (SELECT DISTINCT u.id FROM unnest($2::bigint[]) AS u(id)) AS i
-- OFFSET 0: one look-up a record, whatever the planner thinks of their number; in the order of the primary key,
-- else it may take the index that begins with the set, where it knows nothing of the workspace yet
CROSS JOIN LATERAL (SELECT c.change_set_id, c.at, c.kind, c.fields, c.voided
    FROM change c
    WHERE c.tenant_id = app.tenant() AND c.entity = $1::bigint::smallint AND c.record_id = i.id
        AND c.change_set_id <> $4 AND c.at >= (SELECT b.created_at FROM begun b)
    ORDER BY c.change_set_id, c.at OFFSET 0) AS c
ORDER BY i.id, c.at;
