-- For whom a run makes what: the person it names, or whoever has an approved message of a step with a template
-- and is not excluded. The gate is asked about them besides.
-- $1 pdf_run_id bigint
SELECT DISTINCT w.pdf_template_id, w.contact_id FROM pdf_run r
CROSS JOIN LATERAL (
    SELECT r.pdf_template_id, r.contact_id WHERE r.contact_id IS NOT NULL
    UNION ALL
    SELECT s.pdf_template_id, m.contact_id FROM message m
    JOIN campaign_step s ON s.tenant_id = m.tenant_id AND s.step_id = m.step_id
    JOIN campaign_person p ON p.tenant_id = m.tenant_id AND p.campaign_id = m.campaign_id AND p.contact_id = m.contact_id
    WHERE r.contact_id IS NULL AND m.tenant_id = app.tenant() AND m.campaign_id = r.campaign_id
        AND m.state = 'approved' AND s.pdf_template_id IS NOT NULL AND p.state <> 'excluded') w
WHERE r.tenant_id = app.tenant() AND r.pdf_run_id = $1
ORDER BY 1, 2
