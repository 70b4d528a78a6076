-- Changes the caller's own account.
-- $1 name text
-- $2 theme text
-- $3 density text
-- $4 time_zone text
-- $5 shortcuts boolean
SELECT app.profile_change($1, $2, $3, $4, $5);
