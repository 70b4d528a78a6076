-- The comparison is done.
-- $1 version bigint, $2 tally jsonb, $3 companies bigint
UPDATE icp_compare SET tally = $2::jsonb, companies = $3, finished_at = now()
WHERE tenant_id = app.tenant() AND version = $1;
