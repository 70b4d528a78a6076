-- Forgets the names by which acts on one erased record are called: deletions, merges and their undoes.
-- $1 entity bigint, $2 erased record ids bigint[]
WITH acts AS (
    SELECT DISTINCT c.change_set_id FROM change c
    WHERE c.tenant_id = app.tenant() AND c.entity = $1 AND c.record_id = ANY ($2::bigint[]) AND c.kind = 'd'
), named AS (
    SELECT s.change_set_id FROM change_set s JOIN acts a USING (change_set_id)
    WHERE s.tenant_id = app.tenant() AND s.kind IN ('delete', 'merge')
        AND NOT EXISTS (SELECT FROM change o WHERE o.tenant_id = app.tenant() AND o.change_set_id = s.change_set_id
            AND o.kind = 'd' AND NOT (o.entity = $1 AND o.record_id = ANY ($2::bigint[])))
)
UPDATE change_set s SET source = 'An erased record' FROM named n
WHERE s.tenant_id = app.tenant() AND (s.change_set_id = n.change_set_id OR s.undoes = n.change_set_id);
