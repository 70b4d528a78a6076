-- The check of a campaign that a job is at, 0 for none.
-- $1 campaign bigint
SELECT coalesce((SELECT check_id FROM campaign_check WHERE tenant_id = app.tenant() AND campaign_id = $1
    AND finished_at IS NULL AND job_id IS NOT NULL ORDER BY check_id DESC LIMIT 1), 0)
