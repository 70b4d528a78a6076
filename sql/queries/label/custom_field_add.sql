-- A new custom field.
-- $1 entity bigint, $2 key text, $3 label text, $4 type text, $5 options text[]
INSERT INTO custom_field (tenant_id, entity, key, label, type, options, created_by)
VALUES (app.tenant(), $1::bigint::smallint, $2, $3, $4, $5::text[], app.actor())
RETURNING custom_field_id AS id;
