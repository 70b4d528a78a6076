-- How many living records have a value of each custom field.
SELECT 1::bigint AS entity, k.key, count(*) AS records FROM company c, jsonb_object_keys(c.custom) AS k(key)
WHERE c.tenant_id = app.tenant() AND c.deleted_at IS NULL AND c.custom IS NOT NULL GROUP BY k.key
UNION ALL
SELECT 2::bigint, k.key, count(*) FROM contact c, jsonb_object_keys(c.custom) AS k(key)
WHERE c.tenant_id = app.tenant() AND c.deleted_at IS NULL AND c.custom IS NOT NULL GROUP BY k.key;
