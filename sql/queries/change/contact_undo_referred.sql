-- Which of some contacts something live refers to: duplicates kept of them.
-- Those that go with them do not count.
-- $1 record ids bigint[], $2 others that do not count bigint[]
SELECT i.id AS record_id, 0::bigint AS people, d.n AS duplicates
FROM unnest($1::bigint[]) AS i(id)
CROSS JOIN LATERAL (SELECT count(*) AS n FROM contact d WHERE d.tenant_id = app.tenant()
    AND d.duplicate_of = i.id AND d.deleted_at IS NULL
    AND d.contact_id <> ALL ($1::bigint[] || $2::bigint[])) AS d
WHERE d.n > 0;
