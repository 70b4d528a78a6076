-- What the queue must know of companies before a stage works on them.
-- $1 records bigint[]
-- $2 stage text
-- $3 hard text[]: stages that must have succeeded
-- $4 before text[]: stages whose newer result makes this one's old
-- $5 kept bigint[]: the records again where results that are young enough stay; none: nobody asks
SELECT i.record_id, c.company_id IS NOT NULL AS present, c.country,
    coalesce(extract(epoch FROM now() - own.at)::bigint, -1) AS age,
    coalesce(own.at IS NOT NULL AND own.at < (SELECT max(d.at) FROM stage_latest d
        WHERE d.tenant_id = app.tenant() AND d.entity = 1 AND d.record_id = i.record_id
            AND d.stage = ANY ($4::text[])), false) AS outdated,
    need.stage AS missing, need.result AS missing_result, need.cause AS missing_cause
FROM unnest($1::bigint[], $5::bigint[]) AS i(record_id, kept)
LEFT JOIN LATERAL (SELECT c.company_id, c.country FROM company c WHERE c.tenant_id = app.tenant()
    AND c.company_id = i.record_id AND c.deleted_at IS NULL OFFSET 0) AS c ON true
LEFT JOIN LATERAL (SELECT o.at FROM stage_latest o WHERE o.tenant_id = app.tenant() AND o.entity = 1
    AND o.record_id = i.kept AND o.stage = $2 AND o.result IN ('done', 'partial', 'no_match')
    OFFSET 0) AS own ON true
LEFT JOIN LATERAL (
    SELECT h.stage, d.result, d.cause
    FROM unnest($3::text[]) WITH ORDINALITY AS h(stage, n)
    LEFT JOIN stage_latest d ON d.tenant_id = app.tenant() AND d.entity = 1
        AND d.record_id = i.record_id AND d.stage = h.stage
    WHERE d.result IS NULL OR d.result NOT IN ('done', 'partial')
    ORDER BY h.n LIMIT 1
) AS need ON true
