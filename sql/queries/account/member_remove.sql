-- Takes a member out of a workspace.
-- $1 tenant_id bigint
-- $2 user_id bigint
SELECT app.member_remove($1, $2);
