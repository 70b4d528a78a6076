-- Asks a job of the session's tenant to stop; false when it is not in the queue.
-- $1 job_id bigint
SELECT app.job_cancel($1)::integer
