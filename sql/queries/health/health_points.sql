-- The figures of the last days, the newest day first.
-- $1 days bigint
SELECT (app.today() - day)::bigint AS ago, n, name FROM health_point
WHERE tenant_id = app.tenant() AND day > app.today() - $1::integer
ORDER BY day DESC, name
