-- Makes a custom field that a mapping names, unless it is there.
-- $1 entity bigint, $2 key text, $3 label text
INSERT INTO custom_field (tenant_id, entity, key, label)
VALUES (app.tenant(), $1::smallint, $2, $3)
ON CONFLICT (tenant_id, entity, key) DO NOTHING
