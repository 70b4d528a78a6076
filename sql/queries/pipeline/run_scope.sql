-- How many companies and contacts chosen records stand for: those of companies are their people, that of
-- contacts is where they work.
-- $1 entity bigint
-- $2 records bigint[]
SELECT CASE $1::bigint WHEN 1 THEN (SELECT count(*) FROM company c WHERE c.tenant_id = app.tenant()
            AND c.company_id = ANY ($2::bigint[]) AND c.deleted_at IS NULL)
        ELSE (SELECT count(DISTINCT p.company_id) FROM contact p WHERE p.tenant_id = app.tenant()
            AND p.contact_id = ANY ($2::bigint[]) AND p.deleted_at IS NULL) END AS companies,
    CASE $1::bigint WHEN 2 THEN (SELECT count(*) FROM contact p WHERE p.tenant_id = app.tenant()
            AND p.contact_id = ANY ($2::bigint[]) AND p.deleted_at IS NULL)
        ELSE (SELECT count(*) FROM contact p WHERE p.tenant_id = app.tenant()
            AND p.company_id = ANY ($2::bigint[]) AND p.deleted_at IS NULL
            AND p.duplicate_of IS NULL) END AS contacts
