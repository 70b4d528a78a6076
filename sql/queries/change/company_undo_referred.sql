-- Which of some companies something live refers to: their people, or duplicates kept of them.
-- Those that go with them do not count.
-- $1 record ids bigint[], $2 others that do not count bigint[]
SELECT i.id AS record_id, p.n AS people, d.n AS duplicates
FROM unnest($1::bigint[]) AS i(id)
CROSS JOIN LATERAL (SELECT count(*) AS n FROM contact p WHERE p.tenant_id = app.tenant()
    AND p.company_id = i.id AND p.deleted_at IS NULL) AS p
CROSS JOIN LATERAL (SELECT count(*) AS n FROM company d WHERE d.tenant_id = app.tenant()
    AND d.duplicate_of = i.id AND d.deleted_at IS NULL
    AND d.company_id <> ALL ($1::bigint[] || $2::bigint[])) AS d
WHERE p.n + d.n > 0;
