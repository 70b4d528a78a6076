-- When a workspace was last looked through, by which job, and how many pairs are open.
SELECT coalesce((extract(epoch FROM l.looked_at) * 1000)::bigint, 0) AS looked_ms,
    coalesce(l.job_id, 0) AS job_id,
    (SELECT count(*) FROM duplicate d
        JOIN company a ON a.tenant_id = d.tenant_id AND a.company_id = d.low_id AND a.deleted_at IS NULL
        JOIN company b ON b.tenant_id = d.tenant_id AND b.company_id = d.high_id AND b.deleted_at IS NULL
        WHERE d.tenant_id = app.tenant() AND d.entity = 1 AND d.kept_at IS NULL) AS companies,
    (SELECT count(*) FROM duplicate d
        JOIN contact a ON a.tenant_id = d.tenant_id AND a.contact_id = d.low_id AND a.deleted_at IS NULL
        JOIN contact b ON b.tenant_id = d.tenant_id AND b.contact_id = d.high_id AND b.deleted_at IS NULL
        WHERE d.tenant_id = app.tenant() AND d.entity = 2 AND d.kept_at IS NULL) AS contacts,
    (SELECT count(*) FROM company WHERE tenant_id = app.tenant() AND duplicate_of IS NOT NULL
        AND deleted_at IS NULL)
    + (SELECT count(*) FROM contact WHERE tenant_id = app.tenant() AND duplicate_of IS NOT NULL
        AND deleted_at IS NULL) AS kept
FROM (VALUES (1)) AS one(n) LEFT JOIN duplicate_look l ON l.tenant_id = app.tenant();
