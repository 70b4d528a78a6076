-- The tenants that recurring tasks work for.
SELECT tenant_id FROM app.active_tenants()
