-- Lets queries wait for their next run: one, or (NULL) all of a state.
-- $1 query_id bigint, $2 state text
UPDATE discovery_query SET state = 'pending', cause = NULL, message = NULL, next_at = NULL
WHERE tenant_id = app.tenant() AND state NOT IN ('pending', 'running')
    AND ($1::bigint IS NULL AND state = $2 OR query_id = $1)
    AND (source <> 'list' OR body IS NOT NULL);
