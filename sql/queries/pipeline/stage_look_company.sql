-- What the queue must know of companies before a stage works on them.
-- $1 records bigint[]
-- $2 stage text
-- $3 hard text[]: stages that must have succeeded
-- $4 before text[]: stages whose newer result makes this one's old
SELECT i.record_id, c.company_id IS NOT NULL AS present, c.country,
    coalesce(extract(epoch FROM now() - own.at)::bigint, -1) AS age,
    coalesce(own.at < (SELECT max(d.at) FROM stage_latest d
        WHERE d.tenant_id = app.tenant() AND d.entity = 1 AND d.record_id = i.record_id
            AND d.stage = ANY ($4::text[])), false) AS outdated,
    need.stage AS missing, need.result AS missing_result, need.cause AS missing_cause
FROM unnest($1::bigint[]) AS i(record_id)
LEFT JOIN company c ON c.tenant_id = app.tenant() AND c.company_id = i.record_id
    AND c.deleted_at IS NULL
LEFT JOIN stage_latest own ON own.tenant_id = app.tenant() AND own.entity = 1
    AND own.record_id = i.record_id AND own.stage = $2 AND own.result IN ('done', 'partial', 'no_match')
LEFT JOIN LATERAL (
    SELECT h.stage, d.result, d.cause
    FROM unnest($3::text[]) WITH ORDINALITY AS h(stage, n)
    LEFT JOIN stage_latest d ON d.tenant_id = app.tenant() AND d.entity = 1
        AND d.record_id = i.record_id AND d.stage = h.stage
    WHERE d.result IS NULL OR d.result NOT IN ('done', 'partial')
    ORDER BY h.n LIMIT 1
) AS need ON true
