-- Is anybody suppressed by name?
SELECT count(*) FROM (SELECT FROM suppression WHERE tenant_id = app.tenant() AND kind = 'person' LIMIT 1) AS s;
