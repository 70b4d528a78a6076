-- What jobs are about: its name, and the page that shows it as an area of the workspace and an id in it. Jobs
-- about nothing that has a name are not among the rows.
-- $1 job_ids bigint[], $2 kinds text[], $3 subjects bigint[]
WITH w AS (SELECT * FROM unnest($1::bigint[], $2::text[], $3::bigint[]) AS w (job_id, kind, subject))
SELECT w.job_id, i.filename AS name, 'import' AS area, i.import_id AS id
FROM w JOIN import i ON i.tenant_id = app.tenant() AND i.import_id = w.subject
WHERE w.kind IN ('import_preview', 'import_run', 'import_undo', 'import_discard')
UNION ALL SELECT w.job_id, r.title, 'runs', r.run_id
FROM w JOIN pipeline_run r ON r.tenant_id = app.tenant() AND r.run_id = w.subject WHERE w.kind = 'pipeline'
UNION ALL SELECT w.job_id, CASE e.entity WHEN 1 THEN 'Companies' ELSE 'Contacts' END || ' as ' || upper(e.format),
    'exports', e.export_id
FROM w JOIN record_export e ON e.tenant_id = app.tenant() AND e.export_id = w.subject WHERE w.kind = 'export'
UNION ALL SELECT w.job_id, s.source, 'changes', s.change_set_id
FROM w JOIN change_set s ON s.tenant_id = app.tenant() AND s.change_set_id = w.subject
WHERE w.kind IN ('change_undo', 'label_sweep') AND s.source <> ''
UNION ALL SELECT w.job_id, p.name, '', 0
FROM w JOIN provider p ON p.tenant_id = app.tenant() AND p.provider_id = w.subject WHERE w.kind = 'provider_test'
UNION ALL SELECT w.job_id, coalesce(b.what, CASE b.entity WHEN 1 THEN 'Companies' ELSE 'Contacts' END), '', 0
FROM w JOIN bulk b ON b.tenant_id = app.tenant() AND b.bulk_id = w.subject WHERE w.kind = 'bulk'
UNION ALL SELECT w.job_id, c.name, 'campaigns', c.campaign_id
FROM w CROSS JOIN LATERAL (
    SELECT w.subject AS campaign_id WHERE w.kind = 'campaign_demo'
    UNION ALL SELECT k.campaign_id FROM campaign_check k
    WHERE k.tenant_id = app.tenant() AND k.check_id = w.subject AND w.kind = 'campaign_check'
    UNION ALL SELECT a.campaign_id FROM campaign_adding a
    WHERE a.tenant_id = app.tenant() AND a.adding_id = w.subject AND w.kind = 'campaign_adding'
    UNION ALL SELECT e.campaign_id FROM campaign_export e
    WHERE e.tenant_id = app.tenant() AND e.export_id = w.subject AND w.kind = 'campaign_export'
    UNION ALL SELECT m.campaign_id FROM message m
    WHERE m.tenant_id = app.tenant() AND m.message_id = w.subject AND w.kind = 'rewrite'
    UNION ALL SELECT p.campaign_id FROM pdf_run p
    WHERE p.tenant_id = app.tenant() AND p.pdf_run_id = w.subject AND w.kind = 'pdf') AS of
JOIN campaign c ON c.tenant_id = app.tenant() AND c.campaign_id = of.campaign_id AND c.deleted_at IS NULL
