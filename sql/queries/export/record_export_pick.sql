-- Keeps a selection until its columns are chosen.
-- $1 entity bigint, $2 picked bigint[]
INSERT INTO record_export (tenant_id, state, entity, filter, sort, descending, columns, format, bom,
    unguarded, created_by, picked)
VALUES (app.tenant(), 'draft', $1, '', '', false, '{}', 'csv', false, false, app.actor(), $2::bigint[])
RETURNING export_id
