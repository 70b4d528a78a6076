-- One job of the session's tenant, ended or not.
-- $1 job_id bigint
SELECT job_id, tenant_id, kind, subject, state, attempts, done, total, message, reason, actor,
    cancel_asked, rate, created_at, started_at, next_at, finished_at
FROM app.job_read($1)
