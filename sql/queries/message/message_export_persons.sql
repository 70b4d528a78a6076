-- Contacts, and what speaks against writing to them but for the suppression list. Looked up as in contact_gate.
-- $1 contact_ids bigint[]
SELECT k.place, app.contact_bar(c.deleted_at IS NULL AND c.erased_at IS NULL, c.status, o.status, o.verdict) AS bar,
    c.first_name, c.last_name, c.email, c.linkedin_url, c.job_title, o.name, o.domain, lower(c.email) AS address
FROM unnest($1::bigint[]) WITH ORDINALITY AS k(contact_id, place)
CROSS JOIN LATERAL (SELECT c.first_name, c.last_name, c.email, c.linkedin_url, c.job_title, c.status, c.company_id,
        c.deleted_at, c.erased_at
    FROM contact c WHERE c.tenant_id = app.tenant() AND c.contact_id = k.contact_id OFFSET 0) c
LEFT JOIN LATERAL (SELECT o.name, o.domain, o.status, (SELECT t.verdict FROM triage t
        WHERE t.tenant_id = app.tenant() AND t.company_id = o.company_id) AS verdict
    FROM company o WHERE o.tenant_id = app.tenant() AND o.company_id = c.company_id
        AND o.deleted_at IS NULL OFFSET 0) o ON true
