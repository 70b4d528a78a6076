-- Makes or unmakes a super admin.
-- $1 user_id bigint
-- $2 super boolean
SELECT app.user_set_super($1, $2);
