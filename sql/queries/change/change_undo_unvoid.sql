-- Lets fields of a set's changes count again: its undo is undone.
-- $1 entity smallint, $2 change_set_id bigint, $3 record ids bigint[], $4 fields bigint[]
UPDATE change c SET voided = c.voided & ~s.bits
FROM (SELECT w.place, w.at, s.bits
    FROM unnest($3::bigint[], $4::bigint[]) AS s(id, bits)
    -- OFFSET 0: one look-up a record by its key, else the whole set is read for every batch
    CROSS JOIN LATERAL (SELECT w.ctid AS place, w.at FROM change w
        WHERE w.tenant_id = app.tenant() AND w.entity = $1::bigint::smallint AND w.record_id = s.id
            AND w.change_set_id = $2 OFFSET 0) AS w OFFSET 0) AS s
WHERE c.ctid = s.place AND c.at = s.at AND c.tenant_id = app.tenant();
