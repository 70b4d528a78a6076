-- Changes a workspace's settings.
-- $1 tenant_id bigint
-- $2 name text
-- $3 time_zone text
-- $4 locale text
-- $5 default_country text
SELECT app.tenant_change($1, $2, $3, $4, $5);
