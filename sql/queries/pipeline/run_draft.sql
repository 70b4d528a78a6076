-- Keeps chosen records, those that are there, until it is said what to do with them.
-- $1 entity bigint
-- $2 ids bigint[]
INSERT INTO pipeline_run (tenant_id, title, entity, filter, ids, stages, state, created_by)
SELECT app.tenant(), 'Draft', $1::bigint, '', there.ids, '{}', 'draft', app.actor()
FROM (SELECT array_agg(id ORDER BY id) AS ids FROM (
    SELECT company_id AS id FROM company WHERE $1::bigint = 1 AND tenant_id = app.tenant()
        AND company_id = ANY ($2::bigint[]) AND deleted_at IS NULL
    UNION ALL
    SELECT contact_id FROM contact WHERE $1::bigint = 2 AND tenant_id = app.tenant()
        AND contact_id = ANY ($2::bigint[]) AND deleted_at IS NULL) AS one) AS there
WHERE there.ids IS NOT NULL
RETURNING run_id
