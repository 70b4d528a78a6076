-- Puts the second factor in force.
-- $1 step bigint
-- $2 code_hashes text[]
SELECT app.second_factor_confirm($1, $2::text[])::integer;
