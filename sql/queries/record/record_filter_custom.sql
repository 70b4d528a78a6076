-- The custom fields by which a list can be narrowed.
-- $1 entity bigint
SELECT key, label, type FROM custom_field
WHERE tenant_id = app.tenant() AND entity = $1::bigint::smallint
ORDER BY key COLLATE "C";
