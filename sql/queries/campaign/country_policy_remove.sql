-- Lets the table hold for a country again.
-- $1 country text
DELETE FROM country_policy WHERE tenant_id = app.tenant() AND country = $1;
