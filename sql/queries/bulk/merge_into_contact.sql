-- What a merged record became, over several merges.
-- $1 contact_id bigint
WITH RECURSIVE way AS (
    SELECT o.merged_into AS id, 1 AS steps FROM contact o
    WHERE o.tenant_id = app.tenant() AND o.contact_id = $1 AND o.deleted_at IS NOT NULL
    UNION ALL
    SELECT o.merged_into, w.steps + 1 FROM way w
    JOIN contact o ON o.tenant_id = app.tenant() AND o.contact_id = w.id AND o.deleted_at IS NOT NULL
    WHERE w.steps < 50
)
SELECT o.contact_id AS record_id FROM way w
JOIN contact o ON o.tenant_id = app.tenant() AND o.contact_id = w.id AND o.deleted_at IS NULL
LIMIT 1;
