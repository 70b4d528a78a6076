-- How many living records were added from each of several moments on, until the next: its place from 1.
-- $1 of whom, 1 companies or 2 contacts bigint, $2 the moments, ascending, in microseconds since 1970 bigint[]
SELECT width_bucket((extract(epoch FROM o.created_at) * 1000000)::bigint, $2::bigint[]) AS place,
    count(*) AS n
FROM (SELECT c.created_at FROM company c
        WHERE $1::bigint = 1 AND c.tenant_id = app.tenant() AND c.deleted_at IS NULL
    UNION ALL
    SELECT p.created_at FROM contact p
        WHERE $1::bigint = 2 AND p.tenant_id = app.tenant() AND p.deleted_at IS NULL) AS o
WHERE o.created_at >= to_timestamp((($2::bigint[])[1]) / 1000000.0)
GROUP BY 1;
