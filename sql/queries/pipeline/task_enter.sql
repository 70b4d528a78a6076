-- A task's transaction works for one tenant; nobody in particular asked for it.
-- $1 tenant_id bigint
SELECT app.enter($1, NULL)
