-- Makes a tenant; its id.
-- $1 slug text
-- $2 name text
-- $3 zone text
SELECT app.tenant_add($1, $2, $3)
