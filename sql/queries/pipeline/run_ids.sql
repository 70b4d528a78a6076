-- A slice of the ids of a run.
-- $1 run bigint
-- $2 from bigint
-- $3 to bigint
SELECT i.id FROM pipeline_run r CROSS JOIN LATERAL unnest(r.ids[$2:$3]) AS i(id)
WHERE r.tenant_id = app.tenant() AND r.run_id = $1
