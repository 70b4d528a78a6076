-- Forgets what undoes tell of erased records that they had to leave.
-- $1 entity bigint, $2 erased record ids bigint[]
UPDATE change_kept SET detail = NULL
WHERE tenant_id = app.tenant() AND entity = $1 AND record_id = ANY ($2::bigint[]) AND detail IS NOT NULL;
