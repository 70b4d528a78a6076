-- The account of an address, 0 when there is none.
-- $1 email_key text
SELECT app.user_id($1);
