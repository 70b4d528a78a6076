-- The different values of a custom field of contacts, the most frequent first; the trash counts.
-- $1 key text, $2 limit bigint
SELECT custom ->> $1::text AS value, count(*) AS records
FROM contact WHERE tenant_id = app.tenant() AND custom ? $1::text
GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT $2;
