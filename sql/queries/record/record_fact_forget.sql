-- Forgets what a stage noted about a record and did not find again.
-- $1 entity smallint, $2 record_id bigint, $3 stage text, $4 fields that it found bigint[]
DELETE FROM record_fact
WHERE tenant_id = app.tenant() AND entity = $1::bigint::smallint AND record_id = $2 AND stage = $3
    AND field <> ALL ($4::bigint[]);
