-- Makes a task due at once; false when there is no such task or the session is no super admin's.
-- $1 task text
SELECT app.schedule_now($1)::integer
