-- Enters the job's tenant and holds the claim until the transaction ends; fails when the lease is
-- lost. The lock stops a take-over (FOR UPDATE) and lets a request to cancel through.
-- $1 job_id bigint
-- $2 place bigint: the claim
WITH held AS (
    SELECT tenant_id, actor FROM job
    WHERE job_id = $1 AND place = $2 AND state = 'running' FOR KEY SHARE
)
SELECT app.enter(tenant_id, actor) FROM held
UNION ALL
SELECT app.fail('LG003', 'The lease on this job is lost.') WHERE NOT EXISTS (SELECT FROM held)
