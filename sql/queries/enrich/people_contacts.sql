-- Contacts of a company, those in the trash too: who was deleted is not found again.
-- $1 company_id bigint
SELECT contact_id, first_name, last_name, linkedin_url, email, deleted_at IS NOT NULL AS deleted
FROM contact
WHERE tenant_id = app.tenant() AND company_id = $1 AND duplicate_of IS NULL AND erased_at IS NULL
ORDER BY deleted, contact_id;
