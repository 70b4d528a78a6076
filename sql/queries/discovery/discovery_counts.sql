-- Queries by state, what they brought in all, the setting and the last job.
SELECT count(*) AS all, count(*) FILTER (WHERE q.state IN ('pending', 'running')) AS pending,
    count(*) FILTER (WHERE q.state = 'done') AS done, count(*) FILTER (WHERE q.state = 'dry') AS dry,
    count(*) FILTER (WHERE q.state = 'failed') AS failed,
    coalesce(sum(q.total_created), 0)::bigint AS created,
    coalesce((SELECT s.is_on FROM discovery_setting s WHERE s.tenant_id = app.tenant()), false) AS is_on,
    coalesce((SELECT s.per_day FROM discovery_setting s WHERE s.tenant_id = app.tenant()), 25) AS per_day,
    coalesce((SELECT s.job_id FROM discovery_setting s WHERE s.tenant_id = app.tenant()), 0) AS job_id
FROM discovery_query q WHERE q.tenant_id = app.tenant();
