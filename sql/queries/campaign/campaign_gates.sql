-- What a campaign has of what its gates ask for.
-- $1 campaign_id bigint
SELECT n.people, n.draft, n.approved,
    (SELECT count(*) FROM campaign_step s
     WHERE s.tenant_id = c.tenant_id AND s.campaign_id = c.campaign_id AND s.is_on) AS steps,
    c.check_id IS NOT NULL AS checked,
    coalesce((SELECT k.checked_at >= c.people_changed_at FROM campaign_check k
     WHERE k.tenant_id = c.tenant_id AND k.check_id = c.check_id), false) AS checked_since,
    (SELECT count(*) FROM campaign_conflict f WHERE f.tenant_id = c.tenant_id AND f.check_id = c.check_id
        AND f.severity = 3 AND f.state = 'open') AS blocking
FROM campaign c JOIN campaign_count n ON n.tenant_id = c.tenant_id AND n.campaign_id = c.campaign_id
WHERE c.tenant_id = app.tenant() AND c.campaign_id = $1;
