-- Lets fields of a set's changes count again: its undo is undone.
-- $1 entity smallint, $2 change_set_id bigint, $3 record ids bigint[], $4 fields bigint[]
UPDATE change c SET voided = c.voided & ~s.bits
FROM unnest($3::bigint[], $4::bigint[]) AS s(id, bits)
WHERE c.tenant_id = app.tenant() AND c.entity = $1::bigint::smallint AND c.record_id = s.id
    AND c.change_set_id = $2;
