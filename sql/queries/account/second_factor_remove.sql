-- Switches the caller's second factor off.
SELECT app.second_factor_remove()::integer;
