-- How often a query is asked again; 0: never.
-- $1 query_id bigint, $2 days bigint
UPDATE discovery_query SET repeat_days = $2,
    next_at = CASE WHEN $2::bigint > 0 THEN coalesce(ended_at, now()) + $2::bigint * interval '1 day' END
WHERE tenant_id = app.tenant() AND query_id = $1;
