-- The workspaces the caller may enter.
SELECT tenant_id, slug, name, role, is_demo
FROM app.my_tenants();
