-- What the gathering of a run must know; holds the run until the transaction ends.
-- $1 run bigint
SELECT run_id, entity::bigint AS entity, records, gathered, coalesce(reservation_id, 0) AS reservation_id,
    coalesce(cardinality(ids), 0)::bigint AS n_ids, coalesce(sample, 0) AS sample, filter, state, stages
FROM pipeline_run WHERE tenant_id = app.tenant() AND run_id = $1 FOR NO KEY UPDATE
