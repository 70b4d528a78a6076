-- Today's figures of the records; pipeline_health.h says what each name means.
WITH point (name, n) AS (
    SELECT 'companies' AS name, count(*) AS n FROM company
    WHERE tenant_id = app.tenant() AND deleted_at IS NULL AND duplicate_of IS NULL
    UNION ALL
    SELECT 'contacts', count(*) FROM contact
    WHERE tenant_id = app.tenant() AND deleted_at IS NULL AND duplicate_of IS NULL
    UNION ALL
    SELECT 'with_people', count(DISTINCT p.company_id) FROM contact p
    WHERE p.tenant_id = app.tenant() AND p.deleted_at IS NULL
    UNION ALL
    SELECT 'with_email', count(*) FROM contact
    WHERE tenant_id = app.tenant() AND deleted_at IS NULL AND email IS NOT NULL
    UNION ALL
    SELECT 'fit.' || coalesce(tier, 'none'), count(*) FROM company
    WHERE tenant_id = app.tenant() AND deleted_at IS NULL AND duplicate_of IS NULL GROUP BY tier
    UNION ALL
    SELECT 'stage.' || l.stage || '.' || l.result, count(*) FROM stage_latest l
    LEFT JOIN company c ON c.tenant_id = l.tenant_id AND l.entity = 1 AND c.company_id = l.record_id
        AND c.deleted_at IS NULL AND c.duplicate_of IS NULL
    LEFT JOIN contact p ON p.tenant_id = l.tenant_id AND l.entity = 2 AND p.contact_id = l.record_id
        AND p.deleted_at IS NULL AND p.duplicate_of IS NULL
    WHERE l.tenant_id = app.tenant() AND (c.company_id IS NOT NULL OR p.contact_id IS NOT NULL)
    GROUP BY l.stage, l.result
    UNION ALL
    -- Where each company is: let through, stopped for good, or still on its way.
    SELECT 'flow.' || CASE WHEN t.result = 'done' THEN 'passed'
            WHEN t.result = 'stopped' OR w.result IN ('no_match', 'failed') THEN 'stopped' ELSE 'waiting' END, count(*)
    FROM company c
    LEFT JOIN stage_latest t ON t.tenant_id = c.tenant_id AND t.entity = 1 AND t.record_id = c.company_id
        AND t.stage = 'triage'
    LEFT JOIN stage_latest w ON w.tenant_id = c.tenant_id AND w.entity = 1 AND w.record_id = c.company_id
        AND w.stage = 'crawl'
    WHERE c.tenant_id = app.tenant() AND c.deleted_at IS NULL AND c.duplicate_of IS NULL GROUP BY 1
    UNION ALL
    SELECT x.name, count(DISTINCT t.record_id) FROM stage_latest t
    JOIN company c ON c.tenant_id = t.tenant_id AND c.company_id = t.record_id AND c.deleted_at IS NULL
        AND c.duplicate_of IS NULL
    JOIN contact p ON p.tenant_id = t.tenant_id AND p.company_id = t.record_id AND p.deleted_at IS NULL
    CROSS JOIN (VALUES ('funnel.people'), ('funnel.email')) AS x(name)
    WHERE t.tenant_id = app.tenant() AND t.entity = 1 AND t.stage = 'triage' AND t.result = 'done'
        AND (x.name = 'funnel.people' OR p.email IS NOT NULL)
    GROUP BY x.name
)
INSERT INTO health_point (tenant_id, day, name, n)
SELECT app.tenant(), app.today(), name, n FROM point
