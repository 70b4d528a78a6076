-- What a merged record became, over several merges.
-- $1 company_id bigint
WITH RECURSIVE way AS (
    SELECT o.merged_into AS id, 1 AS steps FROM company o
    WHERE o.tenant_id = app.tenant() AND o.company_id = $1 AND o.deleted_at IS NOT NULL
    UNION ALL
    SELECT o.merged_into, w.steps + 1 FROM way w
    JOIN company o ON o.tenant_id = app.tenant() AND o.company_id = w.id AND o.deleted_at IS NOT NULL
    WHERE w.steps < 50
)
SELECT o.company_id AS record_id FROM way w
JOIN company o ON o.tenant_id = app.tenant() AND o.company_id = w.id AND o.deleted_at IS NULL
LIMIT 1;
