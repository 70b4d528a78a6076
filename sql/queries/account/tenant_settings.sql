-- A workspace's settings.
-- $1 tenant_id bigint
SELECT tenant_id, slug, name, time_zone, locale, default_country, created_at
FROM app.tenant_settings($1);
