-- How many companies have which total.
SELECT c.total::bigint AS total, count(*) AS companies FROM score c
WHERE c.tenant_id = app.tenant() GROUP BY c.total ORDER BY c.total;
