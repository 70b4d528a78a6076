-- Writes into the log what is about to change in some locked companies, as it still stands: before the
-- change itself. Rows of an undo are void from the start.
-- $1 change_set_id bigint, $2 record ids bigint[], $3 fields bigint[], $4 kinds text[]
-- $5 field names text[], $6 of an undo boolean
INSERT INTO change (tenant_id, entity, record_id, change_set_id, kind, fields, previous, at, voided)
SELECT app.tenant(), 1, c.company_id, $1, u.kind::"char", u.bits, c.previous, clock_timestamp(),
    CASE WHEN NOT $6::boolean THEN 0 WHEN u.kind = 'u' THEN u.bits
        ELSE u.bits | (1::bigint << 62) END
FROM unnest($2::bigint[], $3::bigint[], $4::text[]) AS u(id, bits, kind)
-- OFFSET 0: one look-up a record by its key, whatever the planner thinks of their number
CROSS JOIN LATERAL (SELECT c.company_id,
        CASE WHEN u.bits <> 0 THEN app.change_values(to_jsonb(c), u.bits, $5::text[]) END AS previous
    FROM company c WHERE c.tenant_id = app.tenant() AND c.company_id = u.id OFFSET 0) AS c;
