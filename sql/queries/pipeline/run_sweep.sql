-- Ends the runs that have nothing left to do; counts them.
-- $1 busy bigint[]: runs that have ready records for sure
SELECT app.run_sweep($1)
