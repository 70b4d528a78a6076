-- Whom a step would reach on a day that is free where they are.
-- $1 check bigint
-- $2 campaign bigint
-- $3 countries text[]: '' for unknown
-- $4 steps bigint[]
-- $5 days text[]
-- $6 next text[]: the first working days behind
-- $7 names text[]: of holidays; NULL: a weekend
WITH found AS MATERIALIZED (
    SELECT 'holiday' AS kind, CASE WHEN f.name IS NULL THEN 1 ELSE 2 END AS severity, f.step_id,
        'move_step' AS fix, p.contact_id,
        jsonb_strip_nulls(jsonb_build_object('step_id', f.step_id, 'step', s.label, 'position', s.position,
            'on', f.day, 'until', f.next, 'name', f.name,
            'country', CASE WHEN f.name IS NOT NULL THEN f.country END)) AS facts
    FROM app.campaign_people($2, NULL) p
    JOIN unnest($3::text[], $4::bigint[], $5::text[], $6::text[], $7::text[])
        AS f(country, step_id, day, next, name) ON f.country = coalesce(p.country, '')
    JOIN campaign_step s ON s.tenant_id = app.tenant() AND s.step_id = f.step_id
    WHERE NOT p.gone AND s.channel <> ALL (p.skip_channels) AND coalesce(p.not_before <= f.day::date, true)
), made AS (
    INSERT INTO campaign_conflict (tenant_id, check_id, kind, severity, step_id, title, detail, facts, people, fix)
    SELECT app.tenant(), $1, kind, severity, step_id, '', '', facts, count(*), fix
    FROM found GROUP BY kind, severity, step_id, facts, fix
    RETURNING conflict_id, kind, facts
)
INSERT INTO campaign_conflict_person (tenant_id, conflict_id, contact_id)
SELECT app.tenant(), made.conflict_id, found.contact_id
FROM made JOIN found ON found.kind = made.kind AND found.facts = made.facts
