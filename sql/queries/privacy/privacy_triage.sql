-- Forgets the triage of erased companies.
-- $1 entity bigint, $2 erased record ids bigint[]
DELETE FROM triage WHERE tenant_id = app.tenant() AND $1 = 1 AND company_id = ANY ($2::bigint[]);
