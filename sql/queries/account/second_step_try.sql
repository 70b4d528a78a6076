-- Whose second step it is; counts a try.
-- $1 token_hash text
-- $2 counted boolean
SELECT user_id, email, secret, last_step, keep, wait, tries_left
FROM app.second_step_try($1, $2);
