-- Who was really contacted too short a time before the first step would reach them.
-- $1 check bigint
-- $2 campaign bigint
WITH c AS (
    SELECT g.cooldown_days AS days, app.tenant_zone() AS time_zone, app.today() AS today,
        coalesce(g.starts_on + (SELECT min(s.day_offset) FROM campaign_step s WHERE s.tenant_id = app.tenant()
            AND s.campaign_id = $2 AND s.is_on), '-infinity') AS begins
    FROM campaign g
    WHERE g.tenant_id = app.tenant() AND g.campaign_id = $2
), touched AS MATERIALIZED (
    SELECT p.contact_id, (x.at AT TIME ZONE c.time_zone)::date AS day, x.campaign_id, c.days,
        greatest(c.today, c.begins, p.not_before) AS first
    FROM c CROSS JOIN campaign_person p
    CROSS JOIN LATERAL (SELECT x.at, x.campaign_id FROM contact_touch x
        WHERE x.tenant_id = app.tenant() AND x.contact_id = p.contact_id AND x.campaign_id IS DISTINCT FROM $2
        ORDER BY x.at DESC LIMIT 1) x
    WHERE p.tenant_id = app.tenant() AND p.campaign_id = $2 AND p.state <> 'excluded'
), found AS MATERIALIZED (
    SELECT 'cooldown' AS kind, 2 AS severity, NULL::bigint AS step_id, 'wait' AS fix, t.contact_id,
        jsonb_strip_nulls(jsonb_build_object('on', t.day, 'until', t.day + t.days, 'campaign', g.name)) AS facts
    FROM touched t
    LEFT JOIN campaign g ON g.tenant_id = app.tenant() AND g.campaign_id = t.campaign_id
    WHERE t.first < t.day + t.days
), made AS (
    INSERT INTO campaign_conflict (tenant_id, check_id, kind, severity, step_id, title, detail, facts, people, fix)
    SELECT app.tenant(), $1, kind, severity, step_id, '', '', facts, count(*), fix
    FROM found GROUP BY kind, severity, step_id, facts, fix
    RETURNING conflict_id, kind, facts
)
INSERT INTO campaign_conflict_person (tenant_id, conflict_id, contact_id)
SELECT app.tenant(), made.conflict_id, found.contact_id
FROM made JOIN found ON found.kind = made.kind AND found.facts = made.facts
