-- Ends a run that failed: the job waits for its next attempt, or is dead; no row: the lease is lost.
-- Runs that brought progress do not count as attempts.
-- $1 job_id bigint
-- $2 place bigint: the claim
-- $3 reason text
-- $4 most integer: attempts it has; 0: no further one
-- $5 wait integer: seconds before the second attempt, three times as long before each further one
UPDATE job SET reason = $3, lease_until = NULL, worker = NULL,
    attempts = CASE WHEN done > claimed_done THEN 1 ELSE attempts END,
    state = CASE WHEN $4::integer > 0 AND (done > claimed_done OR attempts < $4::integer)
        THEN 'waiting' ELSE 'dead' END,
    next_at = now() + (0.8 + 0.4 * random()) * least(interval '1 hour', $5::integer
        * interval '1 second' * 3 ^ (CASE WHEN done > claimed_done THEN 0 ELSE attempts - 1 END))
WHERE job_id = $1 AND place = $2 AND state = 'running'
RETURNING state = 'dead' AS dead
