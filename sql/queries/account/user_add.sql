-- Makes an account; its id.
-- $1 email text
-- $2 email_key text
-- $3 name text
-- $4 password_hash text: NULL for none yet
-- $5 super boolean
SELECT app.user_add($1, $2, $3, $4, $5);
