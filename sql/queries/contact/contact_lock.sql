-- Locks one contact that is about to change.
-- $1 contact_id bigint
SELECT version FROM contact WHERE tenant_id = app.tenant() AND contact_id = $1 AND deleted_at IS NULL
FOR UPDATE;
