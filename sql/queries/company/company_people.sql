-- The people of a company by name, a page.
-- $1 company_id bigint, $2 after this name_key text, $3 and contact_id bigint (0: from the first)
-- $4 limit bigint
SELECT p.contact_id AS record_id, p.first_name, p.last_name, p.email, p.linkedin_url, p.job_title,
    p.phone, p.name_key AS key, (extract(epoch FROM p.updated_at) * 1000)::bigint AS updated_ms
FROM contact p
WHERE p.tenant_id = app.tenant() AND p.company_id = $1 AND p.deleted_at IS NULL
    AND ($3::bigint = 0 OR (p.name_key, p.contact_id) > ($2, $3::bigint))
ORDER BY p.name_key, p.contact_id LIMIT $4;
