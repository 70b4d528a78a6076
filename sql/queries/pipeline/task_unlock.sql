-- Gives a task's lock back.
-- $1 task text
-- $2 shared boolean: as taken
SELECT CASE WHEN $2 THEN pg_advisory_unlock_shared(hashtext('leadgen task'), hashtext($1))
    ELSE pg_advisory_unlock(hashtext('leadgen task'), hashtext($1)) END::integer
