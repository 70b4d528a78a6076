-- Ends the runs that have nothing left to do; counts them.
SELECT app.run_sweep()
