-- What the sites of companies are built with, with the page that shows it.
-- $1 company ids bigint[]
SELECT company_id, technology, url FROM company_technology
WHERE tenant_id = app.tenant() AND company_id = ANY ($1::bigint[])
ORDER BY company_id, technology;
