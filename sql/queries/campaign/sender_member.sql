-- Whether somebody is a member of the workspace: 1 or 0.
-- $1 user_id bigint
SELECT count(*) FROM app.members() AS m WHERE m.user_id = $1;
