-- One bulk action.
-- $1 bulk_id bigint
SELECT bulk_id, entity, act, filter, everything, counted, absent, state, coalesce(what, '') AS what,
    coalesce(owner_id, 0) AS owner_id, choice, label_ids::text AS label_ids,
    coalesce(cardinality(ids), 0) AS n_ids, matched, done, changed,
    coalesce(change_set_id, 0) AS change_set_id, coalesce(job_id, 0) AS job_id, error
FROM bulk WHERE tenant_id = app.tenant() AND bulk_id = $1;
