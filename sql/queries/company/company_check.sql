-- Notes that the facts of one company were looked at and are right.
-- $1 company_id bigint
UPDATE company SET checked_at = now()
WHERE tenant_id = app.tenant() AND company_id = $1 AND deleted_at IS NULL;
