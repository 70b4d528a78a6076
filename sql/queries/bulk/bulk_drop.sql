-- Forgets a bulk action that was asked about and not begun.
-- $1 bulk_id bigint
DELETE FROM bulk WHERE tenant_id = app.tenant() AND bulk_id = $1 AND state = 'asked';
