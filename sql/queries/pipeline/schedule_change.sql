-- Changes when a task runs; false when there is no such task or the session is no super admin's.
-- $1 task text
-- $2 every_seconds bigint, NULL for a wall-clock time
-- $3 at_time text, HH:MM, NULL for an interval
-- $4 zone text
-- $5 enabled boolean
SELECT app.schedule_change($1, $2, $3::text::time, $4, $5)::integer
