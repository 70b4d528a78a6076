-- One measurement at a time in a tenant: a run that ends asks for one beside the task's.
SELECT count(*) FROM (SELECT pg_advisory_xact_lock(4713, app.tenant()::integer)) AS held
