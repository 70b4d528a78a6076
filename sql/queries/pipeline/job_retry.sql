-- Gives a dead or waiting job of the session's tenant a fresh start; false when there is none.
-- $1 job_id bigint
SELECT app.job_retry($1)::integer
