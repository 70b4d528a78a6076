-- A run as pages and the command line show it.
-- $1 run bigint
SELECT r.run_id, r.entity::bigint AS entity, coalesce(r.sample, 0) AS sample, r.redo_days::bigint AS redo_days,
    r.priority::bigint AS priority, r.records, r.gathered, r.estimate_micros, r.spent_micros,
    extract(epoch FROM r.created_at)::bigint AS created_at,
    coalesce(extract(epoch FROM r.started_at)::bigint, 0) AS started_at,
    coalesce(extract(epoch FROM r.finished_at)::bigint, 0) AS finished_at, coalesce(r.job_id, 0) AS job_id,
    coalesce(s.ended, 0)::bigint AS ended, coalesce(s.total, 0)::bigint AS total,
    coalesce(s.failed, 0)::bigint AS failed, r.title, r.filter, r.state, r.reason,
    app.user_name(r.created_by) AS who, r.stages
FROM pipeline_run r LEFT JOIN LATERAL (
    SELECT sum(done + partial + no_match + stopped + blocked + skipped + s.failed) AS ended,
        sum(s.total) AS total, sum(s.failed) AS failed
    FROM run_stage s WHERE s.tenant_id = r.tenant_id AND s.run_id = r.run_id
) AS s ON true
WHERE r.tenant_id = app.tenant() AND r.run_id = $1 AND r.state <> 'draft'
