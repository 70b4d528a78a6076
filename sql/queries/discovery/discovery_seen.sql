-- Which of these a run has a find of already.
-- $1 query_id bigint, $2 run bigint, $3 keys text[]
SELECT f.key FROM discovery_find f
WHERE f.tenant_id = app.tenant() AND f.query_id = $1 AND f.run = $2 AND f.key = ANY ($3::text[]);
