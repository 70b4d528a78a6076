-- Forgets the tries of an account whose password was right.
-- $1 email_key text
-- $2 address text
SELECT app.login_forgive($1, $2);
