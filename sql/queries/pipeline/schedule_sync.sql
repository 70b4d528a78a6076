-- Makes the schedule row of a task that is seen for the first time; intervals start at once.
-- $1 task text
-- $2 every_seconds bigint, NULL for a wall-clock time
-- $3 at_time text, HH:MM, NULL for an interval
-- $4 zone text
-- $5 jitter integer: seconds
INSERT INTO schedule (task, every_seconds, at_time, zone, next_at)
VALUES ($1, $2::bigint, $3::text::time, $4, random() * $5::integer * interval '1 second' +
    CASE WHEN $2::bigint IS NULL THEN app.next_run(now(), NULL, $3::text::time, $4) ELSE now() END)
ON CONFLICT (task) DO NOTHING
