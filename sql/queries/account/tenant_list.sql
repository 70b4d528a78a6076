-- Workspaces by slug.
-- $1 wanted text
-- $2 after text
-- $3 before text
-- $4 most integer
SELECT tenant_id, slug, name, members, is_demo, active, created_at
FROM app.tenant_list($1, $2, $3, $4);
