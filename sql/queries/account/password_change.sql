-- Sets the caller's password and ends the other sessions.
-- $1 password_hash text
-- $2 session_id bigint: the one that stays
SELECT app.password_change($1, $2);
