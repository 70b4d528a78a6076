-- How many workers hold work of a run.
-- $1 run bigint
SELECT app.run_workers($1)
