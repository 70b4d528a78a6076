-- How much a record's timeline and notes hold.
-- $1 entity smallint, $2 record_id bigint
SELECT (SELECT count(*) FROM change c WHERE c.tenant_id = app.tenant()
        AND c.entity = $1::bigint::smallint AND c.record_id = $2) AS changes,
    (SELECT count(*) FROM record_note n WHERE n.tenant_id = app.tenant()
        AND n.entity = $1::bigint::smallint AND n.record_id = $2) AS notes;
