-- Where values of people and of their companies stand, and what the sites of the companies are built with
-- (field -1).
-- $1 contacts bigint[]
-- $2 companies bigint[]: of the contacts
SELECT f.entity::bigint AS entity, f.record_id, f.field::bigint AS field, f.value, f.url, f.snippet,
    (extract(epoch FROM f.seen_at) * 1000)::bigint AS at
FROM (SELECT 1 AS entity, unnest($2::bigint[]) AS id UNION SELECT 2, unnest($1::bigint[])) AS i
CROSS JOIN LATERAL (SELECT f.* FROM record_fact f WHERE f.tenant_id = app.tenant() AND f.entity = i.entity
    AND f.record_id = i.id AND f.kind = 1 AND f.url IS NOT NULL OFFSET 0) AS f
UNION ALL
SELECT 1, t.company_id, -1, t.technology, t.url, t.evidence, (extract(epoch FROM t.seen_at) * 1000)::bigint
FROM (SELECT DISTINCT unnest($2::bigint[]) AS id) AS i
CROSS JOIN LATERAL (SELECT t.* FROM company_technology t WHERE t.tenant_id = app.tenant()
    AND t.company_id = i.id ORDER BY t.technology LIMIT 10) AS t
ORDER BY 1 DESC, 2, 3 DESC
