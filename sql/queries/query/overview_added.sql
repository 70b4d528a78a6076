-- What came in on each of the last days, today last: by imports, and one by one.
-- $1 days bigint, $2 time zone text
WITH day AS (
    SELECT d::date AS at FROM generate_series((now() AT TIME ZONE $2)::date - ($1::int - 1),
        (now() AT TIME ZONE $2)::date, interval '1 day') AS d
), brought AS (
    SELECT (i.finished_at AT TIME ZONE $2)::date AS at,
        coalesce((i.totals ->> 'companies_created')::bigint, 0)
            + CASE WHEN i.entity = 1 THEN coalesce((i.totals ->> 'created')::bigint, 0) ELSE 0 END AS companies,
        CASE WHEN i.entity = 2 THEN coalesce((i.totals ->> 'created')::bigint, 0) ELSE 0 END AS contacts
    FROM import i
    WHERE i.tenant_id = app.tenant() AND i.state = 'done'
        AND i.finished_at >= now() - make_interval(days => $1::int + 1)
    UNION ALL
    SELECT (s.created_at AT TIME ZONE $2)::date, (h.entity = 1)::int, (h.entity = 2)::int
    FROM change_set s
    JOIN change h ON h.tenant_id = s.tenant_id AND h.change_set_id = s.change_set_id AND h.kind = 'c'
        AND h.voided = 0
    WHERE s.tenant_id = app.tenant() AND s.kind = 'create'
        AND s.created_at >= now() - make_interval(days => $1::int + 1)
)
SELECT coalesce(sum(b.companies), 0)::bigint AS companies, coalesce(sum(b.contacts), 0)::bigint AS contacts
FROM day d LEFT JOIN brought b ON b.at = d.at
GROUP BY d.at ORDER BY d.at;
