-- The tenant's outcomes by estimate.
SELECT percent::bigint AS percent, count(*) AS n, count(*) FILTER (WHERE arrived) AS arrived
FROM email_outcome WHERE tenant_id = app.tenant()
GROUP BY percent ORDER BY percent;
