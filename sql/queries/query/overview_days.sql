-- The last days of the tenant's calendar, today last: each as addresses name it, and when it begins.
-- $1 days bigint, $2 time zone text
SELECT to_char(d.at, 'YYYY-MM-DD') AS day,
    (date_part('epoch', app.day_start(d.at - date '1970-01-01')) * 1000000)::bigint AS start_us
FROM (SELECT g::date AS at FROM generate_series((now() AT TIME ZONE $2)::date - ($1::int - 1),
        (now() AT TIME ZONE $2)::date, interval '1 day') AS g) AS d
ORDER BY d.at;
