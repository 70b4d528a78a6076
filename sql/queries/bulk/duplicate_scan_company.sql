-- Looks through the companies of a workspace for likely duplicates: groups that have the same, each against
-- its oldest record. A value that more than 50 share says nothing. What is kept is remembered.
INSERT INTO duplicate (tenant_id, entity, low_id, high_id, reason)
SELECT DISTINCT ON (g.low_id, i.id) app.tenant(), 1, g.low_id, i.id, g.reason
FROM (
    SELECT min(o.company_id) AS low_id, array_agg(o.company_id) AS ids, 'linkedin' AS reason
    FROM company o
    WHERE o.tenant_id = app.tenant() AND o.deleted_at IS NULL AND o.duplicate_of IS NULL
        AND o.linkedin_url IS NOT NULL
    GROUP BY o.linkedin_url HAVING count(*) BETWEEN 2 AND 50
    UNION ALL
    SELECT min(o.company_id) AS low_id, array_agg(o.company_id) AS ids, 'name_country' AS reason
    FROM company o
    WHERE o.tenant_id = app.tenant() AND o.deleted_at IS NULL AND o.duplicate_of IS NULL
        AND o.name_key <> ''
    GROUP BY o.name_key, o.country HAVING count(*) BETWEEN 2 AND 50
    UNION ALL
    SELECT min(o.company_id) AS low_id, array_agg(o.company_id) AS ids, 'registry' AS reason
    FROM company o
    WHERE o.tenant_id = app.tenant() AND o.deleted_at IS NULL AND o.duplicate_of IS NULL
        AND o.registry_number IS NOT NULL
    GROUP BY o.registry_number, o.country HAVING count(*) BETWEEN 2 AND 50
) AS g
CROSS JOIN LATERAL unnest(g.ids) AS i(id)
WHERE i.id > g.low_id
ORDER BY g.low_id, i.id, g.reason
ON CONFLICT (tenant_id, entity, low_id, high_id)
    DO UPDATE SET reason = excluded.reason, found_at = now();
