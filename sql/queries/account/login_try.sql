-- Counts a try to sign in and gives what there is to check it against; always one row.
-- $1 email_key text
-- $2 address text
SELECT user_id, password_hash, user_name, has_second_factor, wait, tries_left
FROM app.login_try($1, $2);
