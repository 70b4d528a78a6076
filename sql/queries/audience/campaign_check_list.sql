-- The checks of a campaign, newest first.
-- $1 campaign bigint
-- $2 most bigint
SELECT k.check_id, k.campaign_id, k.people, app.ms(k.checked_at) AS checked_ms, app.user_name(k.checked_by) AS who, true AS finished,
    coalesce(k.job_id, 0) AS job_id, count(f.conflict_id) AS found,
    count(*) FILTER (WHERE f.severity = 3 AND f.state = 'open') AS blocking,
    count(*) FILTER (WHERE f.state = 'open') AS undecided
FROM (SELECT tenant_id, check_id, campaign_id, people, checked_at, checked_by, job_id FROM campaign_check
    WHERE tenant_id = app.tenant() AND campaign_id = $1 AND finished_at IS NOT NULL
    ORDER BY check_id DESC LIMIT $2) k
LEFT JOIN campaign_conflict f ON f.tenant_id = k.tenant_id AND f.check_id = k.check_id
GROUP BY k.check_id, k.campaign_id, k.people, k.checked_at, k.checked_by, k.job_id ORDER BY k.check_id DESC
