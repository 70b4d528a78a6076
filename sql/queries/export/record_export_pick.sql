-- Keeps a selection until its columns are chosen: records that are there, each once, in the order given.
-- $1 entity bigint, $2 picked bigint[]
INSERT INTO record_export (tenant_id, state, entity, filter, sort, descending, columns, format, bom,
    unguarded, created_by, picked)
SELECT app.tenant(), 'draft', $1::smallint, '', '', false, '{}', 'csv', false, false, app.actor(),
    array_agg(p.id ORDER BY p.place)
FROM (SELECT id, min(place) AS place FROM unnest($2::bigint[]) WITH ORDINALITY AS given (id, place)
    GROUP BY id) p
WHERE CASE $1::smallint WHEN 1
    THEN EXISTS (SELECT FROM company c WHERE c.company_id = p.id AND c.deleted_at IS NULL)
    ELSE EXISTS (SELECT FROM contact c WHERE c.contact_id = p.id AND c.deleted_at IS NULL) END
RETURNING export_id
