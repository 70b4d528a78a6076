-- The custom fields of a record as label and value.
-- $1 entity smallint, $2 custom jsonb
SELECT coalesce(f.label, c.key) AS label, c.value
FROM jsonb_each_text($2::jsonb) AS c
LEFT JOIN custom_field f ON f.tenant_id = app.tenant() AND f.entity = $1::bigint::smallint
    AND f.key = c.key
WHERE c.value <> ''
ORDER BY label;
