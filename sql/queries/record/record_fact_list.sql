-- What stages found out about a record, by field.
-- $1 entity smallint, $2 record_id bigint
SELECT field, kind, value, confidence, url, snippet, stage,
    (extract(epoch FROM seen_at) * 1000)::bigint AS seen_ms
FROM record_fact
WHERE tenant_id = app.tenant() AND entity = $1::bigint::smallint AND record_id = $2
ORDER BY field;
