-- Frees domains for the companies that get them back; those that lose them get theirs in their turn.
-- $1 record ids bigint[], $2 places bigint[], $3 whether the field goes too bigint[]: it is the key
UPDATE company c SET domain = NULL, updated_at = now(), version = c.version + 1
FROM unnest($1::bigint[], $2::bigint[], $3::bigint[]) AS r(id, place, whole)
WHERE c.tenant_id = app.tenant() AND c.company_id = r.id AND r.place = 0;
