-- Those who work at companies.
-- $1 companies bigint[]
SELECT p.contact_id AS id FROM contact p
WHERE p.tenant_id = app.tenant() AND p.company_id = ANY ($1::bigint[]) AND p.deleted_at IS NULL
ORDER BY p.contact_id
