-- Open invitations of a workspace.
-- $1 tenant_id bigint
SELECT link_id, email, role, invited_by, created_at, expires_at, expired
FROM app.invitation_list($1);
