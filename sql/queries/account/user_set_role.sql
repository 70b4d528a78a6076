-- Sets somebody's role in a workspace.
-- $1 user_id bigint
-- $2 tenant_id bigint
-- $3 role text: '' takes it away
SELECT app.user_set_role($1, $2, $3);
