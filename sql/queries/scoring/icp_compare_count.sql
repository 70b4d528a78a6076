-- How many companies have pages.
SELECT count(*) FROM site s
JOIN company o ON o.tenant_id = app.tenant() AND o.company_id = s.company_id AND o.deleted_at IS NULL
WHERE s.tenant_id = app.tenant() AND s.n_pages > 0;
