-- How many chosen records have a result that is young enough, by stage.
-- $1 entity bigint
-- $2 records bigint[]
-- $3 stages text[]
-- $4 days bigint
WITH company_ids AS (
    SELECT unnest($2::bigint[]) AS id WHERE $1 = 1
    UNION SELECT company_id FROM contact WHERE $1 = 2 AND tenant_id = app.tenant()
        AND contact_id = ANY ($2::bigint[]) AND deleted_at IS NULL
), contact_ids AS (
    SELECT unnest($2::bigint[]) AS id WHERE $1 = 2
    UNION SELECT contact_id FROM contact WHERE $1 = 1 AND tenant_id = app.tenant()
        AND company_id = ANY ($2::bigint[]) AND deleted_at IS NULL AND duplicate_of IS NULL
)
SELECT l.stage, count(*) AS n FROM stage_latest l
WHERE l.tenant_id = app.tenant() AND l.stage = ANY ($3::text[])
    AND l.result IN ('done', 'partial', 'no_match') AND l.at > now() - make_interval(days => $4::integer)
    AND ((l.entity = 1 AND l.record_id IN (SELECT id FROM company_ids))
        OR (l.entity = 2 AND l.record_id IN (SELECT id FROM contact_ids)))
GROUP BY l.stage
