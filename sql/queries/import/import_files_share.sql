-- A file is being kept and its row is about to name it: until then nobody takes files away.
SELECT count(*) FROM (SELECT pg_advisory_xact_lock_shared(4713, 0)) AS held
