-- Ends all sessions of an account; how many.
-- $1 user_id bigint
SELECT app.user_sessions_end($1);
