-- Forgets what changes tell of erased records; that and when they changed stays.
-- $1 entity bigint, $2 erased record ids bigint[]
UPDATE change SET previous = NULL
WHERE tenant_id = app.tenant() AND entity = $1 AND record_id = ANY ($2::bigint[]) AND previous IS NOT NULL;
