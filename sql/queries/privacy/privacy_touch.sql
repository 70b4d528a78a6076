-- Forgets when erased contacts were contacted.
-- $1 entity bigint, $2 erased record ids bigint[]
DELETE FROM contact_touch WHERE tenant_id = app.tenant() AND $1 = 2 AND contact_id = ANY ($2::bigint[]);
