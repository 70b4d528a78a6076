-- Ends a run.
-- $1 task text
-- $2 outcome text: done, failed or lost
-- $3 message text
UPDATE schedule SET ended_at = now(), outcome = $2, message = $3
WHERE task = $1 AND outcome = 'running'
