-- Changes a member's role.
-- $1 tenant_id bigint
-- $2 user_id bigint
-- $3 role text
SELECT app.member_set_role($1, $2, $3);
