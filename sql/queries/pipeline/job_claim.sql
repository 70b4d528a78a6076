-- Claims the next ready job of the kinds that this program knows.
-- $1 low bigint: no ready job has a smaller place
-- $2 kinds text[]
-- $3 leases bigint[]: seconds, by kind
-- $4 worker text
WITH picked AS (
    SELECT job_id FROM job
    WHERE state = 'ready' AND place >= $1 AND kind = ANY ($2::text[])
    ORDER BY place LIMIT 1 FOR UPDATE SKIP LOCKED
)
UPDATE job SET state = 'running', attempts = attempts + 1, worker = $4,
    lease_until = now() + make_interval(secs => ($3::bigint[])[array_position($2::text[], kind)]),
    started_at = coalesce(started_at, now()), claimed_at = now(), beat_at = now(),
    claimed_done = done
FROM picked WHERE job.job_id = picked.job_id
RETURNING job.job_id, place, tenant_id, actor, kind AS kind_name, subject, payload, attempts, done,
    total, cancel_at IS NOT NULL AS cancel_asked
