-- The mapping remembered for a header.
-- $1 signature text
SELECT entity, targets FROM import_memory WHERE tenant_id = app.tenant() AND signature = $1
