-- Where erased contacts were seen.
-- $1 entity bigint, $2 ids bigint[]
DELETE FROM contact_sighting
WHERE tenant_id = app.tenant() AND $1 = 2 AND contact_id = ANY ($2::bigint[]);
