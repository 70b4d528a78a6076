-- What speaks against writing to contacts but for the suppression list, and what the list is to be asked.
-- Each record is looked up by its key: PostgreSQL knows too little of a tenant's size to be trusted with a join.
-- $1 ids bigint[]
SELECT i.place, app.contact_bar(p.contact_id IS NOT NULL, p.status, c.status, c.verdict) AS bar, p.email, c.domain
FROM unnest($1::bigint[]) WITH ORDINALITY AS i(id, place)
LEFT JOIN LATERAL (SELECT p.contact_id, p.status, lower(p.email) AS email, p.company_id FROM contact p
    WHERE p.tenant_id = app.tenant() AND p.contact_id = i.id
        AND p.deleted_at IS NULL AND p.erased_at IS NULL OFFSET 0) p ON true
LEFT JOIN LATERAL (SELECT c.status, c.domain, (SELECT t.verdict FROM triage t
        WHERE t.tenant_id = app.tenant() AND t.company_id = c.company_id) AS verdict
    FROM company c WHERE c.tenant_id = app.tenant() AND c.company_id = p.company_id
        AND c.deleted_at IS NULL OFFSET 0) c ON true
