-- Gives an account another address.
-- $1 user_id bigint
-- $2 email text
-- $3 email_key text
SELECT app.user_set_email($1, $2, $3);
