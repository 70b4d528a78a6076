-- Notes what an undo leaves as it is.
-- $1 undo set bigint, $2 entity smallint, $3 record ids bigint[], $4 fields bigint[]
-- $5 reasons text[], $6 details text[]
INSERT INTO change_kept (tenant_id, change_set_id, entity, record_id, fields, reason, detail)
SELECT app.tenant(), $1, $2::bigint::smallint, k.id, k.fields, k.reason, k.detail
FROM unnest($3::bigint[], $4::bigint[], $5::text[], $6::text[]) AS k(id, fields, reason, detail)
ON CONFLICT DO NOTHING;
