-- Sets the password behind a reset link; the account.
-- $1 token_hash text
-- $2 password_hash text
SELECT app.link_reset($1, $2);
