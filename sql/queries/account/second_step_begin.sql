-- Begins the second step of signing in.
-- $1 user_id bigint
-- $2 token_hash text
-- $3 keep boolean
SELECT app.second_step_begin($1, $2, $3);
