-- Who lives far from the hours of most.
-- $1 check bigint
-- $2 campaign bigint
-- $3 countries text[]
-- $4 hours bigint: the largest distance
WITH found AS MATERIALIZED (
    SELECT 'time_zone' AS kind, 1 AS severity, NULL::bigint AS step_id, NULL::text AS fix, p.contact_id,
        jsonb_build_object('hours', $4::bigint) AS facts
    FROM app.campaign_people($2, NULL) p WHERE p.country = ANY ($3::text[])
), made AS (
    INSERT INTO campaign_conflict (tenant_id, check_id, kind, severity, step_id, title, detail, facts, people, fix)
    SELECT app.tenant(), $1, kind, severity, step_id, '', '', facts, count(*), fix
    FROM found GROUP BY kind, severity, step_id, facts, fix
    RETURNING conflict_id, kind, facts
)
INSERT INTO campaign_conflict_person (tenant_id, conflict_id, contact_id)
SELECT app.tenant(), made.conflict_id, found.contact_id
FROM made JOIN found ON found.kind = made.kind AND found.facts = made.facts
