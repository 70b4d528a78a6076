-- Deletes contacts so that they can come back.
-- $1 record ids bigint[]
UPDATE contact SET deleted_at = now(), updated_at = now(), version = version + 1
WHERE tenant_id = app.tenant() AND contact_id = ANY ($1::bigint[]);
