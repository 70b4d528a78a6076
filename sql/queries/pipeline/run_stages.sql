-- The stages of a run, in its order, with what is going on now.
-- $1 run bigint
SELECT s.stage AS name, s.total, s.done, s.partial, s.no_match, s.stopped, s.blocked, s.skipped, s.failed,
    coalesce(b.working, 0) AS working, coalesce(b.retrying, 0) AS retrying, coalesce(b.next_at, 0) AS next_at,
    s.worked, s.cost_micros, coalesce(extract(epoch FROM s.first_at)::bigint, 0) AS first_at,
    coalesce(extract(epoch FROM s.last_at)::bigint, 0) AS last_at,
    CASE WHEN s.worked > 0 THEN s.seconds / s.worked ELSE 0 END AS seconds
FROM run_stage s
JOIN pipeline_run r ON r.tenant_id = s.tenant_id AND r.run_id = s.run_id
LEFT JOIN app.run_busy($1) AS b ON b.stage = s.stage
WHERE s.tenant_id = app.tenant() AND s.run_id = $1
ORDER BY array_position(r.stages, s.stage)
