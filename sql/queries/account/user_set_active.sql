-- Switches an account on or off.
-- $1 user_id bigint
-- $2 active boolean
SELECT app.user_set_active($1, $2);
