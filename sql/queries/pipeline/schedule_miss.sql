-- Leaves out a run that was missed, of a task that does not catch up.
-- $1 task text
UPDATE schedule SET next_at = app.next_run(now(), every_seconds, at_time, zone)
WHERE task = $1 AND next_at <= now()
