-- Marks fields of a set's changes as taken back.
-- $1 entity smallint, $2 change_set_id bigint, $3 record ids bigint[], $4 at timestamptz[]
-- $5 fields bigint[]
UPDATE change c SET voided = c.voided | s.bits
FROM (SELECT w.place, w.at, s.bits
    FROM unnest($3::bigint[], $4::timestamptz[], $5::bigint[]) AS s(id, at, bits)
    -- OFFSET 0: one look-up a row by its key, else the whole set is read for every batch
    CROSS JOIN LATERAL (SELECT w.ctid AS place, w.at FROM change w
        WHERE w.tenant_id = app.tenant() AND w.entity = $1::bigint::smallint AND w.record_id = s.id
            AND w.change_set_id = $2 AND w.at = s.at OFFSET 0) AS w OFFSET 0) AS s
WHERE c.ctid = s.place AND c.at = s.at AND c.tenant_id = app.tenant();
