-- Puts a job of the session's tenant into the queue; its id, or that of the one already there.
-- $1 kind text
-- $2 subject bigint, may be NULL
-- $3 payload jsonb
SELECT app.job_enqueue($1, $2, coalesce($3::jsonb, '{}'))
