-- Starts a session; its id.
-- $1 user_id bigint
-- $2 token_hash text
-- $3 keep boolean
-- $4 user_agent text
-- $5 address text
SELECT app.session_start($1, $2, $3, $4, $5);
