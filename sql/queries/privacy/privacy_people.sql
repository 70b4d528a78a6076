-- Who is about to be erased, as far as a company's page could bring them back.
-- $1 record ids bigint[]
SELECT o.first_name, o.last_name, o.linkedin_key, c.domain
FROM contact o LEFT JOIN company c ON c.tenant_id = o.tenant_id AND c.company_id = o.company_id
WHERE o.tenant_id = app.tenant() AND o.contact_id = ANY ($1::bigint[]) AND o.deleted_at IS NOT NULL
    AND o.erased_at IS NULL;
