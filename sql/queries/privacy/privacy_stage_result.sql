-- Forgets what stages told of erased records; their outcome stays.
-- $1 entity bigint, $2 erased record ids bigint[]
UPDATE stage_result SET message = NULL
WHERE tenant_id = app.tenant() AND entity = $1 AND record_id = ANY ($2::bigint[]) AND message IS NOT NULL;
