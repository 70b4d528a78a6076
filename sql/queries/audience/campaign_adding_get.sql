-- An adding of people.
-- $1 adding bigint
SELECT adding_id, coalesce(campaign_id, 0) AS campaign_id, entity::bigint AS entity, filter, how, state, error,
    skip_busy, ids IS NOT NULL AS by_hand, coalesce(cardinality(ids), 0)::bigint AS n_ids, total, done, added,
    coalesce(job_id, 0) AS job_id
FROM campaign_adding WHERE tenant_id = app.tenant() AND adding_id = $1
