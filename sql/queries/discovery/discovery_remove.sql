-- Removes a query with what it found; the companies stay.
-- $1 query_id bigint
DELETE FROM discovery_query
WHERE tenant_id = app.tenant() AND query_id = $1 AND state <> 'running';
