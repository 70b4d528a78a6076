-- Locks one company that is about to change.
-- $1 company_id bigint
SELECT version FROM company WHERE tenant_id = app.tenant() AND company_id = $1 AND deleted_at IS NULL
FOR UPDATE;
