-- People by address.
-- $1 wanted text
-- $2 state text
-- $3 after text
-- $4 before text
-- $5 most integer
SELECT user_id, name, email, is_super, active, has_password, has_second_factor, seen_at, sessions, roles,
    created_at
FROM app.user_list($1, $2, $3, $4, $5);
