-- What the queue must know of contacts before a stage works on them.
-- $1 records bigint[]
-- $2 stage text
-- $3 hard text[]: stages that must have succeeded, of the contact or of its company
-- $4 before text[]: stages whose newer result makes this one's old
-- $5 kept bigint[]: the records again where results that are young enough stay; none: nobody asks
SELECT i.record_id, p.contact_id IS NOT NULL AS present, coalesce(p.country, c.country) AS country,
    coalesce(extract(epoch FROM now() - own.at)::bigint, -1) AS age,
    coalesce(own.at IS NOT NULL AND own.at < (SELECT max(d.at) FROM stage_latest d
        WHERE d.tenant_id = app.tenant() AND (d.entity, d.record_id) IN ((2, i.record_id), (1, p.company_id))
            AND d.stage = ANY ($4::text[])), false) AS outdated,
    need.stage AS missing, need.result AS missing_result, need.cause AS missing_cause
FROM unnest($1::bigint[], $5::bigint[]) AS i(record_id, kept)
LEFT JOIN LATERAL (SELECT p.contact_id, p.company_id, p.country FROM contact p
    WHERE p.tenant_id = app.tenant() AND p.contact_id = i.record_id AND p.deleted_at IS NULL
    OFFSET 0) AS p ON true
LEFT JOIN LATERAL (SELECT c.country FROM company c WHERE c.tenant_id = app.tenant()
    AND c.company_id = p.company_id AND c.deleted_at IS NULL OFFSET 0) AS c ON true
LEFT JOIN LATERAL (SELECT o.at FROM stage_latest o WHERE o.tenant_id = app.tenant() AND o.entity = 2
    AND o.record_id = i.kept AND o.stage = $2 AND o.result IN ('done', 'partial', 'no_match')
    OFFSET 0) AS own ON true
LEFT JOIN LATERAL (
    SELECT h.stage, d.result, d.cause
    FROM unnest($3::text[]) WITH ORDINALITY AS h(stage, n)
    LEFT JOIN stage_latest d ON d.tenant_id = app.tenant() AND d.stage = h.stage
        AND (d.entity, d.record_id) IN ((2, i.record_id), (1, p.company_id))
    WHERE d.result IS NULL OR d.result NOT IN ('done', 'partial')
    ORDER BY h.n LIMIT 1
) AS need ON true
