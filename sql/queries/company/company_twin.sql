-- A company that is there already: by domain, else by name where nothing contradicts.
-- $1 domain text, $2 name_key text, $3 not this company_id bigint
SELECT company_id AS record_id, name AS label, coalesce(domain, city) AS detail,
    CASE WHEN domain = $1 THEN 'domain' ELSE 'name' END AS field
FROM company
WHERE tenant_id = app.tenant() AND deleted_at IS NULL AND duplicate_of IS NULL AND company_id <> $3
    AND (domain = $1 OR (name_key = $2 AND $2 <> '' AND (domain IS NULL OR $1::text IS NULL)))
ORDER BY domain = $1 DESC NULLS LAST, company_id LIMIT 1;
