-- Forgets bulk actions that were asked about and never begun.
-- $1 days bigint
DELETE FROM bulk WHERE tenant_id = app.tenant() AND state = 'asked'
    AND created_at < now() - make_interval(days => $1::integer);
