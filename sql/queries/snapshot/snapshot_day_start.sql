-- When a day of the tenant's calendar begins, in microseconds since 1970.
-- $1 days since 1970 bigint
SELECT (date_part('epoch', app.day_start($1::bigint)) * 1000000)::bigint;
