-- Forgets the notes on erased records.
-- $1 entity bigint, $2 erased record ids bigint[]
DELETE FROM record_note WHERE tenant_id = app.tenant() AND entity = $1 AND record_id = ANY ($2::bigint[]);
