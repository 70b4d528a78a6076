-- One check of a campaign and how much it found.
-- $1 check bigint
SELECT k.check_id, k.campaign_id, k.people, app.ms(k.checked_at) AS checked_ms, app.user_name(k.checked_by) AS who,
    k.finished_at IS NOT NULL AS finished, coalesce(k.job_id, 0) AS job_id,
    (SELECT count(*) FROM campaign_conflict f WHERE f.tenant_id = k.tenant_id AND f.check_id = k.check_id) AS found,
    (SELECT count(*) FROM campaign_conflict f WHERE f.tenant_id = k.tenant_id AND f.check_id = k.check_id
        AND f.severity = 3 AND f.state = 'open') AS blocking,
    (SELECT count(*) FROM campaign_conflict f WHERE f.tenant_id = k.tenant_id AND f.check_id = k.check_id
        AND f.state = 'open') AS undecided
FROM campaign_check k WHERE k.tenant_id = app.tenant() AND k.check_id = $1
