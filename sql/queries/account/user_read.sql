-- One person.
-- $1 user_id bigint
SELECT user_id, name, email, is_super, active, has_password, has_second_factor, seen_at, sessions, roles,
    created_at
FROM app.user_read($1);
