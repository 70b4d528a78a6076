-- The records that were selected for an export.
-- $1 export_id bigint
SELECT unnest(picked) AS record_id FROM record_export
WHERE tenant_id = app.tenant() AND export_id = $1
