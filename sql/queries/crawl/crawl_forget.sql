-- Forgets pages that have been gone for long.
-- $1 days bigint
DELETE FROM page
WHERE tenant_id = app.tenant() AND gone_at < now() - make_interval(days => $1::bigint::integer);
