-- Locks the records that an undo is about to change, in the order of their ids; what is
-- erased has nothing to come back to.
-- $1 record ids bigint[]
SELECT o.record_id, o.deleted, o.duplicate
FROM (SELECT DISTINCT u.id FROM unnest($1::bigint[]) AS u(id) ORDER BY u.id) AS i
-- OFFSET 0: one look-up a record by its key, whatever the planner thinks of their number
CROSS JOIN LATERAL (SELECT o.company_id AS record_id, o.deleted_at IS NOT NULL AS deleted,
        o.duplicate_of IS NOT NULL AS duplicate
    FROM company o WHERE o.tenant_id = app.tenant() AND o.company_id = i.id AND o.erased_at IS NULL
    OFFSET 0 FOR UPDATE) AS o
ORDER BY i.id;
