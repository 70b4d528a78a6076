-- One migration run at a time: a second one waits here.
SELECT pg_advisory_lock(4711)
