-- Extends the lease and writes the progress; no row: the lease is lost.
-- $1 job_id bigint
-- $2 place bigint: the claim
-- $3 lease bigint: seconds
-- $4 done bigint
-- $5 total bigint
-- $6 message text
UPDATE job SET lease_until = now() + make_interval(secs => $3::bigint), beat_at = now(),
    done = $4, total = $5, message = $6
WHERE job_id = $1 AND place = $2 AND state = 'running'
RETURNING cancel_at IS NOT NULL AS cancel_asked
