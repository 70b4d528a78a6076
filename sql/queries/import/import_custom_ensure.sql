-- Makes a custom field that a mapping names, unless it is there.
-- $1 entity bigint, $2 key text, $3 label text, $4 type text
INSERT INTO custom_field (tenant_id, entity, key, label, type)
VALUES (app.tenant(), $1::smallint, $2, $3, $4)
ON CONFLICT (tenant_id, entity, key) DO NOTHING
