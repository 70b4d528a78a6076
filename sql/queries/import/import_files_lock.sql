-- Waits until every file that is being kept has its row, and keeps others from being kept.
SELECT count(*) FROM (SELECT pg_advisory_xact_lock(4713, 0)) AS held
