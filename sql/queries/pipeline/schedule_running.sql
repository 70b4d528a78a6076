-- The runs that have begun and not ended, and for how many seconds.
SELECT task, extract(epoch FROM now() - started_at)::bigint AS age
FROM schedule WHERE outcome = 'running'
