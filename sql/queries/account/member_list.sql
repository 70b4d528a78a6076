-- The members of a workspace.
-- $1 tenant_id bigint
SELECT user_id, name, email, role, has_second_factor, joined_at, is_super
FROM app.member_list($1);
