-- Enters the job's tenant and holds the claim until the transaction ends; no row: the lease is
-- lost. The lock stops a take-over (FOR UPDATE) and lets a request to cancel through.
-- $1 job_id bigint
-- $2 place bigint: the claim
SELECT tenant_id FROM job CROSS JOIN LATERAL app.enter(tenant_id, actor)
WHERE job_id = $1 AND place = $2 AND state = 'running' FOR KEY SHARE OF job
