-- What companies that worked have in common, against all: keywords, industries, countries. Worked: passed
-- by a person, a prospect or customer, or of the two best tiers.
-- $1 limit bigint, of each kind
WITH c AS (
    SELECT x.keywords, x.codes[1] AS industry, x.country,
        (x.status IN ('prospect', 'customer') OR t.decided = 1 OR x.codes[7] IN (1, 2)) IS TRUE AS worked
    FROM company x
    LEFT JOIN triage t ON t.tenant_id = app.tenant() AND t.company_id = x.company_id
    WHERE x.tenant_id = app.tenant() AND x.deleted_at IS NULL AND x.duplicate_of IS NULL
        AND x.status IS DISTINCT FROM 'disqualified' AND t.decided IS DISTINCT FROM 3
), w AS (
    SELECT 'keyword' AS kind, lower(btrim(k.word)) AS word, c.worked
    FROM c CROSS JOIN LATERAL regexp_split_to_table(c.keywords, '[,;|\n]') AS k(word)
    UNION ALL SELECT 'country', c.country, c.worked FROM c WHERE c.country IS NOT NULL
    UNION ALL SELECT 'industry', c.industry::text, c.worked FROM c WHERE c.industry > 0
), n AS (
    SELECT w.kind, w.word, count(*) FILTER (WHERE w.worked) AS worked, count(*) AS total
    FROM w WHERE length(w.word) > 0 GROUP BY w.kind, w.word HAVING count(*) FILTER (WHERE w.worked) > 0
), r AS (
    SELECT n.*, row_number() OVER (PARTITION BY n.kind
        ORDER BY n.worked::float8 * n.worked / n.total DESC, n.worked DESC, n.word) AS place FROM n
)
SELECT r.kind, r.word, r.worked, r.total FROM r WHERE r.place <= $1 ORDER BY r.kind, r.place;
