-- Notes what a stage found out about a record, over what it noted before.
-- $1 entity smallint, $2 record_id bigint, $3 stage text, $4 fields bigint[], $5 kinds bigint[]
-- $6 values text[], $7 confidences bigint[], $8 addresses text[], $9 snippets text[]
INSERT INTO record_fact AS f (tenant_id, entity, record_id, field, kind, value, confidence, url, snippet, stage)
SELECT app.tenant(), $1, $2, n.field, n.kind, n.value, n.confidence, n.url, n.snippet, $3
FROM unnest($4::bigint[], $5::bigint[], $6::text[], $7::bigint[], $8::text[], $9::text[])
    AS n(field, kind, value, confidence, url, snippet)
ON CONFLICT (tenant_id, entity, record_id, field) DO UPDATE
SET kind = excluded.kind, value = excluded.value, confidence = excluded.confidence,
    url = excluded.url, snippet = excluded.snippet, stage = excluded.stage, seen_at = now();
