-- Contacts, and what of their own speaks against writing to them.
-- $1 contact_ids bigint[]
SELECT c.contact_id, c.company_id, app.contact_bar(c.deleted_at IS NULL AND c.erased_at IS NULL, c.status, NULL, NULL) AS bar,
    c.first_name, c.last_name, c.email, c.linkedin_url, c.job_title, lower(c.email) AS address
FROM contact c WHERE c.tenant_id = app.tenant() AND c.contact_id = ANY ($1::bigint[])
