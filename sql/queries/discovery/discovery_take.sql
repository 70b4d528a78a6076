-- The query to run next: one that a lost worker left, else the first that waits; marked as running.
UPDATE discovery_query q SET change_set_id = CASE WHEN q.state = 'running' THEN q.change_set_id END,
    state = 'running', started_at = now(), cause = NULL, message = NULL,
    runs = q.runs + CASE WHEN q.state = 'running' THEN 0 ELSE 1 END
WHERE q.tenant_id = app.tenant() AND q.query_id = (
    SELECT x.query_id FROM discovery_query x
    WHERE x.tenant_id = app.tenant() AND x.state IN ('pending', 'running')
    ORDER BY x.state = 'running' DESC, x.source = 'list' DESC, x.query_id LIMIT 1)
RETURNING q.query_id, q.source, q.words, q.body, q.runs AS run, coalesce(q.change_set_id, 0) AS set_id,
    app.user_name(q.created_by) AS who;
