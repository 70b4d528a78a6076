-- Gives the lease back: the worker was told to stop, the job goes on elsewhere.
-- $1 job_id bigint
-- $2 place bigint: the claim
UPDATE job SET state = 'ready', place = nextval('job_place'), attempts = attempts - 1,
    lease_until = NULL, worker = NULL
WHERE job_id = $1 AND place = $2 AND state = 'running'
