-- Notes in an undo's log what it gave back beside the fields, the other way round, so that the undo can
-- be undone too.
-- $1 entity smallint, $2 change_set_id bigint, $3 undo set bigint, $4 record ids bigint[]
WITH was AS (
    SELECT c.record_id, jsonb_build_object('beside',
            (SELECT jsonb_object_agg(b.key, jsonb_build_array(b.value -> 1, b.value -> 0))
            FROM jsonb_each(c.previous -> 'beside') AS b))
        || CASE WHEN c.previous ? 'moved_notes' THEN jsonb_build_object('moved_notes', jsonb_build_object(
            'from', c.previous -> 'moved_notes' -> 'to', 'to', c.previous -> 'moved_notes' -> 'from',
            'ids', c.previous -> 'moved_notes' -> 'ids')) ELSE '{}' END AS beside
    FROM change c
    WHERE c.tenant_id = app.tenant() AND c.entity = $1::bigint::smallint AND c.change_set_id = $2
        AND c.record_id = ANY ($4::bigint[]) AND c.previous ? 'beside'
), noted AS (
    UPDATE change h SET previous = coalesce(h.previous, '{}') || w.beside
    FROM was w
    WHERE h.tenant_id = app.tenant() AND h.entity = $1::bigint::smallint AND h.change_set_id = $3
        AND h.record_id = w.record_id
    RETURNING h.record_id
)
INSERT INTO change (tenant_id, entity, record_id, change_set_id, kind, fields, previous, at)
SELECT app.tenant(), $1::bigint::smallint, w.record_id, $3, 'u', 0,
    w.beside, clock_timestamp()
FROM was w WHERE w.record_id NOT IN (SELECT n.record_id FROM noted n);
