-- One conflict.
-- $1 conflict bigint
SELECT f.conflict_id, f.check_id, k.campaign_id, f.kind, f.severity::bigint AS severity, f.title, f.detail, f.people,
    f.fix, f.state, f.accepted_reason, app.user_name(f.decided_by) AS who, coalesce(app.ms(f.decided_at), 0) AS decided_ms,
    f.facts->>'way' AS way, f.facts->>'until' AS until, coalesce(f.step_id, 0) AS step_id
FROM campaign_conflict f
JOIN campaign_check k ON k.tenant_id = f.tenant_id AND k.check_id = f.check_id
WHERE f.tenant_id = app.tenant() AND f.conflict_id = $1
