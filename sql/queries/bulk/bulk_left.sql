-- What a bulk action has not done yet, in parts of its ids: their first and last places.
-- $1 bulk_id bigint, $2 most places of a part bigint
SELECT p.first, least(p.first + $2::bigint, upper(s.places)) - 1 AS last
FROM bulk b
CROSS JOIN LATERAL unnest(int8multirange(int8range(1, coalesce(cardinality(b.ids), 0) + 1))
    - coalesce(b.slices, int8multirange(int8range(1, b.done + 1)))) AS s(places)
CROSS JOIN LATERAL generate_series(lower(s.places), upper(s.places) - 1, $2::bigint) AS p(first)
WHERE b.tenant_id = app.tenant() AND b.bulk_id = $1
ORDER BY p.first;
