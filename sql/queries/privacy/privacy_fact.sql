-- Forgets what pages say of erased records.
-- $1 entity bigint, $2 erased record ids bigint[]
DELETE FROM record_fact WHERE tenant_id = app.tenant() AND entity = $1 AND record_id = ANY ($2::bigint[]);
