-- How the caller wants to see a list.
-- $1 entity bigint
SELECT coalesce(view->>'columns', '') AS columns, coalesce(view->>'density', '') AS density
FROM list_view
WHERE tenant_id = app.tenant() AND user_id = app.actor() AND entity = $1::bigint::smallint;
