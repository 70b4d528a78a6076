-- What the workspace decided about countries, of all, or one.
-- $1 country text: NULL for all
SELECT country, basis, note, app.user_name(updated_by) AS by, (extract(epoch FROM updated_at) * 1000)::bigint AS at_ms
FROM country_policy WHERE tenant_id = app.tenant() AND ($1::text IS NULL OR country = $1)
ORDER BY country COLLATE "C";
