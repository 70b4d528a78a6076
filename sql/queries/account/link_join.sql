-- Takes up an invitation with an account that exists.
-- $1 token_hash text
-- $2 user_id bigint
SELECT app.link_join($1, $2);
