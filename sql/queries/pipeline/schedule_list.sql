-- The schedule, for a super admin's page.
SELECT task, every_seconds, at_time, zone, enabled, next_at, started_at, seconds, outcome, message, recent
FROM app.schedule_list() ORDER BY task
