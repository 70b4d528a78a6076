-- Is an import at work, which may set tags, lists and custom fields by what it read at its start?
SELECT count(*) FROM import WHERE tenant_id = app.tenant() AND state = 'running';
