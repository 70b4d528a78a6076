-- Makes a custom field that a mapping names, unless it is there.
-- $1 entity bigint, $2 key text, $3 label text, $4 type text, $5 import_id bigint
INSERT INTO custom_field (tenant_id, entity, key, label, type, import_id)
VALUES (app.tenant(), $1::smallint, $2, $3, $4, $5)
ON CONFLICT (tenant_id, entity, key) DO NOTHING
