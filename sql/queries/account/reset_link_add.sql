-- Makes a link to set a password; for how many hours.
-- $1 user_id bigint
-- $2 token_hash text
SELECT app.reset_link_add($1, $2);
