-- Forgets records that somebody chose for a run and then started none.
-- $1 days bigint
DELETE FROM pipeline_run
WHERE tenant_id = app.tenant() AND state = 'draft' AND created_at < now() - make_interval(days => $1::bigint::integer)
