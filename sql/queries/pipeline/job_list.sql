-- Jobs of the session's tenant, newest first.
-- $1 state text, NULL for all
-- $2 before bigint: only jobs with a smaller id
-- $3 most bigint
SELECT job_id, tenant_id, kind, subject, state, attempts, done, total, message, reason, actor,
    cancel_asked, rate, created_at, started_at, next_at, finished_at
FROM app.job_list($1, $2, $3::integer)
