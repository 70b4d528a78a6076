-- Notes that a merge moved go back to where they were.
-- $1 change_set_id bigint, $2 entity smallint, $3 record ids bigint[]
UPDATE record_note n SET record_id = (c.previous -> 'moved_notes' ->> 'from')::bigint
FROM change c
WHERE c.tenant_id = app.tenant() AND c.entity = $2::bigint::smallint AND c.change_set_id = $1
    AND c.record_id = ANY ($3::bigint[]) AND c.previous ? 'moved_notes'
    AND n.tenant_id = c.tenant_id AND n.entity = c.entity
    AND n.record_note_id IN (SELECT i.id::bigint FROM jsonb_array_elements_text(c.previous -> 'moved_notes' -> 'ids') AS i(id))
    AND n.record_id = (c.previous -> 'moved_notes' ->> 'to')::bigint;
