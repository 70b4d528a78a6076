-- What the workspace decided about mail to countries.
-- $1 countries text[]
SELECT country, basis FROM country_policy WHERE tenant_id = app.tenant() AND country = ANY ($1::text[])
