-- Alerts: the open ones, the worst first, or those that are over, the newest first.
-- $1 resolved boolean
-- $2 most bigint
SELECT alert_id, code, subject, level, title, detail, times, extract(epoch FROM first_at)::bigint AS first_at,
    extract(epoch FROM last_at)::bigint AS last_at,
    coalesce(extract(epoch FROM muted_until)::bigint, 0) AS muted_until,
    coalesce(extract(epoch FROM resolved_at)::bigint, 0) AS resolved_at
FROM health_alert
WHERE tenant_id = app.tenant() AND CASE WHEN $1 THEN resolved_at > now() - interval '30 days'
    ELSE resolved_at IS NULL END
ORDER BY resolved_at DESC, array_position(ARRAY['bad', 'warn', 'info'], level), first_at LIMIT $2
