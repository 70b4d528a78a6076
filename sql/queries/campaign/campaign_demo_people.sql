-- People whom the demo's campaign writes to: at scored companies, with a profile, at most two a company,
-- one of them in Germany, and those in countries that speak English first.
-- $1 limit bigint
WITH known AS (
    SELECT p.contact_id, p.first_name, p.last_name, p.email, c.domain, c.country,
        row_number() OVER (PARTITION BY c.company_id ORDER BY p.contact_id) AS of_company,
        row_number() OVER (PARTITION BY c.country = 'DE' ORDER BY p.contact_id) AS of_germany
    FROM contact p JOIN company c ON c.tenant_id = p.tenant_id AND c.company_id = p.company_id
    WHERE p.tenant_id = app.tenant() AND p.deleted_at IS NULL AND p.duplicate_of IS NULL AND c.deleted_at IS NULL
        AND p.linkedin_url IS NOT NULL AND c.domain LIKE '%.example' AND c.tier IS NOT NULL
        AND p.first_name IS NOT NULL AND p.last_name IS NOT NULL
)
SELECT contact_id, first_name, last_name, domain, email, country IS NOT DISTINCT FROM 'DE' AS german
FROM known WHERE of_company <= 2 AND (country IS DISTINCT FROM 'DE' OR of_germany = 1)
ORDER BY country IS DISTINCT FROM 'DE', country IN ('US', 'GB', 'IE') DESC NULLS LAST, contact_id LIMIT $1;
