-- Companies found by a text, those first whose name or domain begins with it, then a word of the name.
-- $1 found ids bigint[], $2 text, $3 end of what begins so text, $4 limit bigint
WITH near AS (
    (SELECT company_id FROM company WHERE tenant_id = app.tenant() AND deleted_at IS NULL
        AND sort_name >= $2 AND sort_name < $3 ORDER BY sort_name, company_id LIMIT $4)
    UNION
    (SELECT company_id FROM company WHERE tenant_id = app.tenant() AND deleted_at IS NULL AND duplicate_of IS NULL
        AND domain >= $2 AND domain < $3 ORDER BY domain LIMIT $4)
    UNION
    SELECT unnest($1::bigint[])
)
SELECT c.company_id AS record_id
FROM company c JOIN near USING (company_id)
WHERE c.tenant_id = app.tenant() AND c.deleted_at IS NULL
ORDER BY CASE WHEN starts_with(c.sort_name, $2) OR starts_with(c.domain, $2) THEN 0
        WHEN strpos(' ' || c.sort_name, ' ' || $2) > 0 THEN 1 ELSE 2 END,
    c.sort_name, c.company_id
LIMIT $4;
