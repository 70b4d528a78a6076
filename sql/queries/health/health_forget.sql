-- Makes room for today's figures; forgets those of long ago.
DELETE FROM health_point
WHERE tenant_id = app.tenant() AND (day = app.today() OR day < app.today() - 400)
