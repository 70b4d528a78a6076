-- How many queries wait.
SELECT count(*) FROM discovery_query q
WHERE q.tenant_id = app.tenant() AND q.state IN ('pending', 'running');
