-- Forgets whom an earlier attempt left out.
-- $1 export_id bigint
DELETE FROM campaign_export_left WHERE tenant_id = app.tenant() AND export_id = $1
