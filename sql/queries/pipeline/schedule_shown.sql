-- The schedule, for the command line.
SELECT task, every_seconds, at_time, zone, enabled, next_at, started_at, seconds, outcome, message, recent
FROM schedule_shown ORDER BY task
