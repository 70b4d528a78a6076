-- Once a second per worker: makes due retries ready, tells the smallest place of a ready job (the
-- low-water mark of claims), and names the connection, so that a worker notices a new one.
WITH due AS (
    UPDATE job SET state = 'ready', next_at = NULL, place = nextval('job_place')
    WHERE job_id IN (SELECT job_id FROM job WHERE state = 'waiting' AND next_at <= now()
                     FOR UPDATE SKIP LOCKED)
    RETURNING place
)
SELECT coalesce(least((SELECT min(place) FROM job WHERE state = 'ready'),
                      (SELECT min(place) FROM due)),
                (SELECT last_value FROM job_place)) AS low_water,
    pg_backend_pid() AS backend
