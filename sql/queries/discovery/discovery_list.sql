-- Queries, newest first: of a state ('' all), or one; of count all that match.
-- $1 state text, $2 query_id bigint or NULL, $3 before query_id bigint (0: from the newest), $4 limit bigint
SELECT q.query_id, q.source, q.words, q.origin, q.why, q.state, q.repeat_days, q.runs, q.results,
    q.created, q.known, q.blocked, q.suppressed, q.no_company, q.total_created, q.cause, q.message,
    coalesce(q.change_set_id, 0) AS set_id, app.user_name(q.created_by) AS who,
    coalesce((extract(epoch FROM q.ended_at) * 1000)::bigint, 0) AS ended_ms,
    coalesce((extract(epoch FROM q.next_at) * 1000)::bigint, 0) AS next_ms
FROM discovery_query q
WHERE q.tenant_id = app.tenant() AND ($1 = '' OR q.state = $1)
    AND ($2::bigint IS NULL OR q.query_id = $2) AND ($3::bigint = 0 OR q.query_id < $3)
ORDER BY q.query_id DESC LIMIT $4;
