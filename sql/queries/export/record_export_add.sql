-- Asks for an export; with $9 of the records that an earlier one, or a draft, holds as picked.
-- $1 entity bigint, $2 filter text, $3 sort text, $4 descending boolean, $5 columns text[]
-- $6 format text, $7 bom boolean, $8 unguarded boolean, $9 picked bigint
INSERT INTO record_export (tenant_id, entity, filter, sort, descending, columns, format, bom,
    unguarded, created_by, picked)
VALUES (app.tenant(), $1, $2, $3, $4, $5::text[], $6, $7, $8, app.actor(),
    (SELECT e.picked FROM record_export e WHERE e.tenant_id = app.tenant() AND e.export_id = $9))
RETURNING export_id
