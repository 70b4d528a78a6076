-- Takes up an invitation with a new account; the account.
-- $1 token_hash text
-- $2 name text
-- $3 password_hash text
SELECT app.link_join_new($1, $2, $3);
