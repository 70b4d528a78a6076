-- One import batch at a time in a tenant: two people importing the same file make no twins.
SELECT count(*) FROM (SELECT pg_advisory_xact_lock(4712, app.tenant()::integer)) AS held
