-- The audit log, newest first.
-- $1 tenant_id bigint: 0 for all
-- $2 action text
-- $3 who text
-- $4 after bigint
-- $5 before bigint
-- $6 most integer
SELECT audit_id, at, tenant_name, tenant_slug, actor_name, actor_email, action, subject, detail
FROM app.audit_list($1, $2, $3, $4, $5, $6);
