-- Who is in another active campaign.
-- $1 check bigint
-- $2 campaign bigint
WITH found AS MATERIALIZED (
    SELECT 'overlap' AS kind, 2 AS severity, NULL::bigint AS step_id, 'exclude' AS fix, p.contact_id,
        jsonb_build_object('campaign_id', g.campaign_id, 'campaign', g.name) AS facts
    FROM campaign_person p
    JOIN campaign_person q ON q.tenant_id = app.tenant() AND q.contact_id = p.contact_id AND q.campaign_id <> $2
        AND q.state <> 'excluded'
    JOIN campaign g ON g.tenant_id = app.tenant() AND g.campaign_id = q.campaign_id AND g.deleted_at IS NULL
        AND g.state IN ('ready', 'generating', 'review', 'approved', 'sending', 'paused')
    WHERE p.tenant_id = app.tenant() AND p.campaign_id = $2 AND p.state <> 'excluded'
), made AS (
    INSERT INTO campaign_conflict (tenant_id, check_id, kind, severity, step_id, title, detail, facts, people, fix)
    SELECT app.tenant(), $1, kind, severity, step_id, '', '', facts, count(*), fix
    FROM found GROUP BY kind, severity, step_id, facts, fix
    RETURNING conflict_id, kind, facts
)
INSERT INTO campaign_conflict_person (tenant_id, conflict_id, contact_id)
SELECT app.tenant(), made.conflict_id, found.contact_id
FROM made JOIN found ON found.kind = made.kind AND found.facts = made.facts
