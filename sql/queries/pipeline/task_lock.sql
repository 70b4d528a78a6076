-- Takes a task's lock for this connection: the crash of its worker frees it.
-- $1 task text
-- $2 shared boolean: runs may overlap
SELECT CASE WHEN $2 THEN pg_try_advisory_lock_shared(hashtext('leadgen task'), hashtext($1))
    ELSE pg_try_advisory_lock(hashtext('leadgen task'), hashtext($1)) END::integer
