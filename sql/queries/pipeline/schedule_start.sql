-- Starts a run and sets the next one; no row: somebody else has just run it.
-- $1 task text
-- $2 force boolean: also when it is not due
-- $3 worker text
-- $4 jitter integer: seconds
UPDATE schedule SET started_at = now(), ended_at = NULL, outcome = 'running', message = NULL,
    worker = $3, next_at = app.next_run(now(), every_seconds, at_time, zone)
        + random() * $4::integer * interval '1 second'
WHERE task = $1 AND ($2 OR (enabled AND next_at <= now()))
