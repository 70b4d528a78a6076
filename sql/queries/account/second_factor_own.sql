-- The caller's second factor, begun or in force.
SELECT secret, confirmed_at, last_step, codes_left
FROM app.second_factor_own();
