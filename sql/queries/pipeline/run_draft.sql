-- Keeps chosen records until it is said what to do with them.
-- $1 entity bigint
-- $2 ids bigint[]
INSERT INTO pipeline_run (tenant_id, title, entity, filter, ids, stages, state, created_by)
VALUES (app.tenant(), 'Draft', $1::bigint, '', $2, '{}', 'draft', app.actor())
RETURNING run_id
