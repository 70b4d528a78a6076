-- Looks through the contacts of a workspace for likely duplicates: groups that have the same, each against
-- its oldest record. A value that more than 50 share says nothing. What is kept is remembered.
INSERT INTO duplicate (tenant_id, entity, low_id, high_id, reason)
SELECT DISTINCT ON (g.low_id, i.id) app.tenant(), 2, g.low_id, i.id, g.reason
FROM (
    SELECT min(o.contact_id) AS low_id, array_agg(o.contact_id) AS ids, 'name_company' AS reason
    FROM contact o
    WHERE o.tenant_id = app.tenant() AND o.deleted_at IS NULL AND o.duplicate_of IS NULL
        AND o.name_key <> '' AND o.company_id IS NOT NULL
    GROUP BY o.company_id, o.name_key HAVING count(*) BETWEEN 2 AND 50
    UNION ALL
    SELECT min(o.contact_id) AS low_id, array_agg(o.contact_id) AS ids, 'name_phone' AS reason
    FROM contact o
    WHERE o.tenant_id = app.tenant() AND o.deleted_at IS NULL AND o.duplicate_of IS NULL
        AND o.name_key <> '' AND o.phone IS NOT NULL
    GROUP BY o.name_key, o.phone HAVING count(*) BETWEEN 2 AND 50
    UNION ALL
    SELECT min(o.contact_id) AS low_id, array_agg(o.contact_id) AS ids, 'mobile' AS reason
    FROM contact o
    WHERE o.tenant_id = app.tenant() AND o.deleted_at IS NULL AND o.duplicate_of IS NULL
        AND o.mobile_phone IS NOT NULL
    GROUP BY o.mobile_phone HAVING count(*) BETWEEN 2 AND 50
    UNION ALL
    SELECT min(o.contact_id) AS low_id, array_agg(o.contact_id) AS ids, 'name_city' AS reason
    FROM contact o
    WHERE o.tenant_id = app.tenant() AND o.deleted_at IS NULL AND o.duplicate_of IS NULL
        AND o.name_key <> '' AND o.company_id IS NULL AND o.city IS NOT NULL
    GROUP BY o.name_key, o.city HAVING count(*) BETWEEN 2 AND 50
) AS g
CROSS JOIN LATERAL unnest(g.ids) AS i(id)
WHERE i.id > g.low_id
ORDER BY g.low_id, i.id, g.reason
ON CONFLICT (tenant_id, entity, low_id, high_id)
    DO UPDATE SET reason = excluded.reason, found_at = now();
