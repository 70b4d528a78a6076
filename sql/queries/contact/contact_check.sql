-- Notes that the facts of one contact were looked at and are right.
-- $1 contact_id bigint
UPDATE contact SET checked_at = now()
WHERE tenant_id = app.tenant() AND contact_id = $1 AND deleted_at IS NULL;
