-- What reviewers did in a campaign: by action, step and reason. reason '': all of the action.
-- $1 campaign_id bigint
SELECT f.action, f.step_id, coalesce(r.reason, '') AS reason, count(*) AS n
FROM message_feedback f
LEFT JOIN LATERAL (SELECT '' AS reason UNION ALL SELECT u.reason FROM unnest(f.reasons) AS u(reason)) r ON true
WHERE f.tenant_id = app.tenant() AND f.campaign_id = $1
GROUP BY 1, 2, 3 ORDER BY 2, 1, 3;
