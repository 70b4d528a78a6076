-- Ends the database connections that hold a task's lock: its run is stuck.
-- $1 task text
SELECT count(pg_terminate_backend(pid)) FROM pg_locks
WHERE locktype = 'advisory' AND granted AND pid <> pg_backend_pid()
    AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
    AND classid = hashtext('leadgen task')::oid AND objid = hashtext($1)::oid AND objsubid = 2
