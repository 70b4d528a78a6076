-- Live sessions of one person or of all, newest first.
-- $1 user_id bigint: NULL for all
-- $2 before bigint: ids below it
-- $3 most integer
SELECT session_id, user_id, user_name, user_email, created_at, seen_at, ends_at, user_agent, address
FROM app.session_list($1, $2, $3);
