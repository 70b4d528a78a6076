-- Who owns how many living records: the members by name, then people who have left, then nobody.
WITH owned AS (
    SELECT o.owner_id, sum(o.companies)::bigint AS companies, sum(o.contacts)::bigint AS contacts
    FROM (SELECT owner_id, count(*) AS companies, 0 AS contacts FROM company
            WHERE tenant_id = app.tenant() AND deleted_at IS NULL GROUP BY owner_id
        UNION ALL SELECT owner_id, 0, count(*) FROM contact
            WHERE tenant_id = app.tenant() AND deleted_at IS NULL GROUP BY owner_id) AS o
    GROUP BY o.owner_id
)
SELECT coalesce(m.user_id, o.owner_id, 0) AS user_id,
    coalesce(m.name, app.user_name(o.owner_id), '') AS name, coalesce(m.email, '') AS email,
    coalesce(m.role, '') AS role, m.user_id IS NOT NULL AS member,
    coalesce(o.companies, 0) AS companies, coalesce(o.contacts, 0) AS contacts
FROM app.members() AS m FULL JOIN owned o ON o.owner_id = m.user_id
ORDER BY m.user_id IS NULL, o.owner_id IS NULL AND m.user_id IS NULL, lower(coalesce(m.name, '')), user_id;
