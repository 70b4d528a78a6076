-- A contact that is there already: by LinkedIn profile or e-mail address, else by name in the company.
-- $1 email_key text, $2 linkedin_key text, $3 name_key text, $4 company_id bigint
-- $5 not this contact_id bigint
SELECT contact_id AS record_id, concat_ws(' ', first_name, last_name) AS label,
    coalesce(email, job_title) AS detail,
    CASE WHEN linkedin_key = $2 THEN 'linkedin_url' WHEN email_key = $1 THEN 'email'
        ELSE 'last_name' END AS field
FROM contact
WHERE tenant_id = app.tenant() AND deleted_at IS NULL AND duplicate_of IS NULL AND contact_id <> $5
    AND (email_key = $1 OR linkedin_key = $2
        OR (company_id = $4 AND name_key = $3 AND $3 <> ''))
ORDER BY linkedin_key = $2 DESC NULLS LAST, email_key = $1 DESC NULLS LAST, contact_id LIMIT 1;
