-- The records of a draft.
-- $1 run bigint
SELECT i.id, r.entity::bigint AS entity FROM pipeline_run r CROSS JOIN LATERAL unnest(r.ids) AS i(id)
WHERE r.tenant_id = app.tenant() AND r.run_id = $1 AND r.state = 'draft'
