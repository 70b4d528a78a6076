-- Marks a tenant as the demo.
-- $1 tenant_id bigint
SELECT app.tenant_mark_demo($1)
