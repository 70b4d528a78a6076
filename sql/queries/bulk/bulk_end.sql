-- A bulk action has ended.
-- $1 bulk_id bigint, $2 state text, $3 error text
UPDATE bulk SET state = $2, error = $3, ids = NULL, slices = NULL, finished_at = clock_timestamp()
WHERE tenant_id = app.tenant() AND bulk_id = $1;
