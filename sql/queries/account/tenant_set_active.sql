-- Switches a workspace on or off.
-- $1 tenant_id bigint
-- $2 active boolean
SELECT app.tenant_set_active($1, $2);
