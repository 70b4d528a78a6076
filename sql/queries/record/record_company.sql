-- The company of a domain, else of a name; matches: how many have the name.
-- $1 domain text, $2 name_key text
SELECT company_id, CASE WHEN domain = $1 THEN 1 ELSE count(*) OVER () END AS matches
FROM company
WHERE tenant_id = app.tenant() AND deleted_at IS NULL AND duplicate_of IS NULL
    AND (domain = $1 OR (name_key = $2 AND $2 <> ''))
ORDER BY domain = $1 DESC NULLS LAST, company_id LIMIT 1;
