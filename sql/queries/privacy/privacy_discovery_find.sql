-- Forgets by which query erased companies were found.
-- $1 entity bigint, $2 erased record ids bigint[]
DELETE FROM discovery_find WHERE tenant_id = app.tenant() AND $1 = 1 AND company_id = ANY ($2::bigint[]);
