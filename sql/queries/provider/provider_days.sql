-- Use of a service by day, the last 30 days, oldest first.
-- $1 provider_id bigint
SELECT d.day::date::text AS day, coalesce(u.calls, 0) AS calls, coalesce(u.failed, 0) AS failed
FROM generate_series(current_date - 29, current_date, interval '1 day') AS d(day)
LEFT JOIN provider_use u ON u.tenant_id = app.tenant() AND u.provider_id = $1 AND u.day = d.day::date
ORDER BY d.day;
