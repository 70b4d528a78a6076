-- Keeps a new secret until it is confirmed.
-- $1 secret text: sealed
SELECT app.second_factor_begin($1);
