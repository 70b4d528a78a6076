-- Writes what one set did to one record. The clock is read after the record's lock was taken, so the
-- order of changes of a field is the order in which they happened.
-- $1 entity smallint, $2 record_id bigint, $3 change_set_id bigint, $4 kind "char", $5 fields bigint
-- $6 previous jsonb
INSERT INTO change (tenant_id, entity, record_id, change_set_id, kind, fields, previous, at)
VALUES (app.tenant(), $1, $2, $3, $4::text::"char", $5, $6::jsonb, clock_timestamp());
