-- The web addresses of companies that are to be fetched; those in the trash are left out.
-- $1 company_ids bigint[]
SELECT c.company_id, coalesce(c.domain, '') AS domain, coalesce(c.website_url, '') AS website_url
FROM company c
WHERE c.tenant_id = app.tenant() AND c.company_id = ANY ($1) AND c.deleted_at IS NULL
ORDER BY c.company_id;
