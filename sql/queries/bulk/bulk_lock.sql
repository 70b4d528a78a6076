-- Locks one bulk action, so that it begins once.
-- $1 bulk_id bigint
SELECT bulk_id FROM bulk WHERE tenant_id = app.tenant() AND bulk_id = $1 FOR UPDATE;
