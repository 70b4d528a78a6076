-- Deletes companies so that they can come back.
-- $1 record ids bigint[]
UPDATE company SET deleted_at = now(), updated_at = now(), version = version + 1
WHERE tenant_id = app.tenant() AND company_id = ANY ($1::bigint[]);
