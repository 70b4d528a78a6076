-- Another label, type and options.
-- $1 id bigint, $2 label text, $3 type text, $4 options text[]
UPDATE custom_field SET label = $2, type = $3, options = $4::text[]
WHERE tenant_id = app.tenant() AND custom_field_id = $1;
