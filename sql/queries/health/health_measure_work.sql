-- Today's figures of the work and the money; pipeline_health.h says what each name means.
WITH today AS (
    SELECT app.today() AS day, app.day_start((app.today() - date '1970-01-01')::bigint) AS began
), waiting AS (
    SELECT stage, entity, record_id, extract(epoch FROM now() - since)::bigint AS age
    FROM stage_work WHERE tenant_id = app.tenant() AND state IN ('r', 'w')
), point (name, n) AS (
    SELECT 'day.' || r.stage || '.' || r.result, count(*) FROM stage_result r, today
    WHERE r.tenant_id = app.tenant() AND r.at >= today.began GROUP BY r.stage, r.result
    UNION ALL
    SELECT 'wait.' || stage, count(*) FROM waiting GROUP BY stage
    UNION ALL
    SELECT 'oldest.' || stage, max(age) FROM waiting GROUP BY stage
    UNION ALL
    SELECT 'age.' || width_bucket(age, ARRAY[60, 600, 3600, 10800, 21600, 86400]), count(*) FROM waiting GROUP BY 1
    UNION ALL
    SELECT 'spent', coalesce(sum(amount_micros), 0)::bigint FROM ledger, today
    WHERE tenant_id = app.tenant() AND kind IN ('settle', 'overrun') AND at >= today.began
    UNION ALL
    SELECT 'passed_day', count(*) FROM stage_result r, today
    WHERE r.tenant_id = app.tenant() AND r.stage = 'triage' AND r.result = 'done' AND r.at >= today.began
    UNION ALL
    SELECT 'dead_jobs', count(*) FROM job WHERE tenant_id = app.tenant() AND state = 'dead'
    UNION ALL
    SELECT 'lost', count(*) FROM (
        SELECT s.run_id, s.stage FROM run_stage s
        JOIN pipeline_run r ON r.tenant_id = s.tenant_id AND r.run_id = s.run_id
        WHERE s.tenant_id = app.tenant() AND r.state = 'done' AND r.finished_at > now() - interval '31 days'
            AND s.total <> s.done + s.partial + s.no_match + s.stopped + s.blocked + s.skipped + s.failed) AS x
    UNION ALL
    SELECT 'budget_set', count(*) FROM budget WHERE tenant_id = app.tenant()
    UNION ALL
    SELECT 'budget_left_percent', 100 * (limit_micros + topped_micros - spent_micros - reserved_micros)
        / greatest(1, limit_micros + topped_micros) FROM budget WHERE tenant_id = app.tenant()
    UNION ALL
    SELECT 'budget_warn', ((spent_micros + reserved_micros) * 100
        >= (limit_micros + topped_micros) * warn_percent)::integer FROM budget WHERE tenant_id = app.tenant()
)
INSERT INTO health_point (tenant_id, day, name, n)
SELECT app.tenant(), app.today(), name, n FROM point
