-- Mutes an open alert.
-- $1 alert bigint
-- $2 days bigint
UPDATE health_alert SET muted_until = now() + make_interval(days => $2::integer), muted_by = app.actor()
WHERE tenant_id = app.tenant() AND alert_id = $1 AND resolved_at IS NULL
