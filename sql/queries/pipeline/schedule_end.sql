-- Ends a run.
-- $1 task text
-- $2 outcome text: done, failed or lost
-- $3 message text
UPDATE schedule SET ended_at = now(), outcome = $2, message = $3,
    recent = (ARRAY[CASE WHEN $2 = 'done' THEN 1 ELSE -1 END
        * greatest(extract(epoch FROM now() - started_at), 0.001)]::real[] || recent)[1:24]
WHERE task = $1 AND outcome = 'running'
