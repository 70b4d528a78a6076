-- unprepared: reads a temporary table
-- The change log of the batch; the records are locked by now, so the time orders it rightly.
-- $1 change_set_id bigint
INSERT INTO change (tenant_id, entity, record_id, change_set_id, kind, fields, previous, at)
SELECT s.tenant_id, 1, s.company_id, $1::bigint, CASE WHEN s.is_new THEN 'c' ELSE 'u' END, s.fields,
       s.previous, clock_timestamp()
FROM stage_company s
-- in the order of the keys: each index grows at its end
ORDER BY s.company_id
