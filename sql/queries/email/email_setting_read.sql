-- The tenant's settings, or what holds without any.
SELECT coalesce(s.probe, false) AS probe, coalesce(s.reverify_days, 90)::bigint AS reverify_days
FROM (SELECT 1) AS one
LEFT JOIN email_setting s ON s.tenant_id = app.tenant();
