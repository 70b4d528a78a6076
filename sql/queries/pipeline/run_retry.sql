-- Tries again what failed in a run; counts it.
-- $1 run bigint
-- $2 stage text: '' all
-- $3 cause text: '' any
-- $4 known text[]: all stages in the registry's order
SELECT app.run_retry($1, $2, $3, $4)
