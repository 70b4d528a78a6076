-- Companies to merge one with: those with all the words; without words, those that are called the same.
-- $1 words text[], $2 not this company_id bigint, $3 limit bigint
SELECT o.company_id AS record_id, o.name AS label, coalesce(o.domain, o.city) AS detail
FROM company o
WHERE o.tenant_id = app.tenant() AND o.deleted_at IS NULL AND o.company_id <> $2
    AND CASE WHEN cardinality($1::text[]) > 0
        THEN NOT EXISTS (SELECT FROM unnest($1::text[]) AS w WHERE strpos(o.search, w) = 0)
        ELSE o.sort_name = (SELECT s.sort_name FROM company s
            WHERE s.tenant_id = app.tenant() AND s.company_id = $2) END
ORDER BY o.sort_name, o.company_id LIMIT $3;
