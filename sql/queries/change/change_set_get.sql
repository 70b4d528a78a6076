-- A change set with who did it and how many records it touched.
-- $1 change_set_id bigint
SELECT s.change_set_id, (extract(epoch FROM s.created_at) * 1000)::bigint AS at_ms, s.kind, s.source,
    app.user_name(s.actor) AS who, coalesce(s.undoes, 0) AS undoes,
    coalesce(s.undone_by, 0) AS undone_by, coalesce(u.undoes, 0) AS undoes_an_undo,
    coalesce(i.import_id, 0) AS import_id, coalesce(s.job_id, 0) AS job_id, n.companies_created, n.companies_changed,
    n.companies_deleted, n.contacts_created, n.contacts_changed, n.contacts_deleted
FROM change_set s
LEFT JOIN change_set u ON u.tenant_id = s.tenant_id AND u.change_set_id = s.undoes
LEFT JOIN LATERAL (SELECT min(i.import_id) AS import_id FROM import i
    WHERE s.kind = 'import' AND i.tenant_id = s.tenant_id AND i.change_set_id = s.change_set_id) AS i
    ON true
CROSS JOIN LATERAL (SELECT
        count(*) FILTER (WHERE c.entity = 1 AND c.kind = 'c') AS companies_created,
        count(*) FILTER (WHERE c.entity = 1 AND c.kind IN ('u', 'r')) AS companies_changed,
        count(*) FILTER (WHERE c.entity = 1 AND c.kind = 'd') AS companies_deleted,
        count(*) FILTER (WHERE c.entity = 2 AND c.kind = 'c') AS contacts_created,
        count(*) FILTER (WHERE c.entity = 2 AND c.kind IN ('u', 'r')) AS contacts_changed,
        count(*) FILTER (WHERE c.entity = 2 AND c.kind = 'd') AS contacts_deleted
    FROM change c WHERE c.tenant_id = s.tenant_id AND c.change_set_id = s.change_set_id) AS n
WHERE s.tenant_id = app.tenant() AND s.change_set_id = $1;
