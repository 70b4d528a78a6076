-- The exports of a campaign, newest first.
-- $1 campaign_id bigint, $2 before bigint, $3 most bigint
SELECT e.export_id, e.campaign_id, c.name AS campaign_name, e.format, e.bom, e.state, e.people, e.messages, e.left_out, e.file, coalesce(e.file_size, 0) AS size,
    e.error, coalesce(e.job_id, 0) AS job_id, app.user_name(e.asked_by) AS asked_by_name, app.ms(e.asked_at) AS asked_at, app.ms(e.finished_at) AS finished_at,
    CASE WHEN e.file IS NOT NULL THEN app.ms(e.expires_at) END AS expires_at
FROM campaign_export e JOIN campaign c ON c.tenant_id = e.tenant_id AND c.campaign_id = e.campaign_id
WHERE e.tenant_id = app.tenant() AND e.campaign_id = $1 AND e.export_id < $2
ORDER BY e.export_id DESC LIMIT $3
