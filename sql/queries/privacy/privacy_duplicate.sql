-- Forgets of which pairs erased records are.
-- $1 entity bigint, $2 erased record ids bigint[]
DELETE FROM duplicate WHERE tenant_id = app.tenant() AND entity = $1 AND (low_id = ANY ($2::bigint[]) OR high_id = ANY ($2::bigint[]));
