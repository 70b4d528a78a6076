-- The workspaces somebody has a role in.
-- $1 user_id bigint
SELECT tenant_id, slug, name, role, active
FROM app.user_roles($1);
