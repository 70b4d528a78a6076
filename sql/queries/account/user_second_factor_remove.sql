-- Takes the second factor from an account; true when there was one.
-- $1 user_id bigint
SELECT app.user_second_factor_remove($1)::integer;
