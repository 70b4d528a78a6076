-- The id of an active tenant, NULL when there is none.
-- $1 slug text
SELECT app.tenant_id($1)
