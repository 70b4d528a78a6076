-- Moves a job that ended into the history; fails when the lease is lost.
-- $1 job_id bigint
-- $2 place bigint: the claim
-- $3 state text: done or cancelled
-- $4 done bigint
-- $5 total bigint
-- $6 message text
WITH gone AS (
    DELETE FROM job WHERE job_id = $1 AND place = $2 AND state = 'running' RETURNING *
), filed AS (
    INSERT INTO job_history (job_id, tenant_id, actor, kind, subject, payload, state, attempts, worker,
        done, total, message, reason, created_at, started_at)
    SELECT job_id, tenant_id, actor, kind, subject, payload, $3::text, attempts, worker,
        $4::bigint, $5::bigint, $6::text, NULL, created_at, started_at
    FROM gone
)
SELECT CASE WHEN NOT EXISTS (SELECT FROM gone) THEN app.fail('LG003', 'The lease on this job is lost.') END
