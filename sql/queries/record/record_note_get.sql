-- One note of a record.
-- $1 entity smallint, $2 record_id bigint, $3 record_note_id bigint
SELECT n.record_note_id AS note_id, coalesce(n.author, 0) AS author, n.body
FROM record_note n
WHERE n.tenant_id = app.tenant() AND n.entity = $1::bigint::smallint AND n.record_id = $2
    AND n.record_note_id = $3;
