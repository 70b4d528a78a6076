-- A run, or the newest of a template or campaign.
-- $1 pdf_run_id bigint, $2 pdf_template_id bigint, $3 campaign_id bigint: NULL where it does not matter
SELECT r.pdf_run_id, coalesce(r.pdf_template_id, 0) AS pdf_template_id, coalesce(r.campaign_id, 0) AS campaign_id,
    coalesce(r.contact_id, 0) AS contact_id, r.state, r.made, r.failed, r.error, coalesce(r.job_id, 0) AS job_id,
    app.ms(r.asked_at) AS asked_ms, app.ms(r.finished_at) AS finished_ms
FROM pdf_run r
WHERE r.tenant_id = app.tenant() AND ($1::bigint IS NULL OR r.pdf_run_id = $1)
    AND ($2::bigint IS NULL OR r.pdf_template_id = $2) AND ($3::bigint IS NULL OR (r.campaign_id = $3 AND r.contact_id IS NULL))
ORDER BY r.pdf_run_id DESC LIMIT 1
