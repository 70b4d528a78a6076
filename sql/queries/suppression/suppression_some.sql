-- Entries of the list, at most so many, and whether any is a hash. The kinds that concern addresses stand
-- before 'person' in the index, which the order has the planner walk whatever it knows of the table.
-- $1 most bigint
SELECT s.kind, s.value, s.reason,
    EXISTS (SELECT FROM suppression h WHERE h.tenant_id = app.tenant() AND h.kind = 'hash') AS hashed
FROM suppression s
WHERE s.tenant_id = app.tenant() AND s.kind < 'person'
ORDER BY s.kind, s.value LIMIT $1
