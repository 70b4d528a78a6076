-- Id of a tag, made by the import when it is new.
-- $1 name text, $2 name_key text, $3 import_id bigint
WITH made AS (
    INSERT INTO tag (tenant_id, name, name_key, import_id) VALUES (app.tenant(), $1, $2, $3)
    ON CONFLICT (tenant_id, name_key) DO NOTHING RETURNING tag_id
)
SELECT tag_id FROM made
UNION ALL SELECT tag_id FROM tag WHERE tenant_id = app.tenant() AND name_key = $2
LIMIT 1
