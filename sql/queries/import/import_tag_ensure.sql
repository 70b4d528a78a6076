-- Id of a tag, made when it is new.
-- $1 name text, $2 name_key text
WITH made AS (
    INSERT INTO tag (tenant_id, name, name_key) VALUES (app.tenant(), $1, $2)
    ON CONFLICT (tenant_id, name_key) DO NOTHING RETURNING tag_id
)
SELECT tag_id FROM made
UNION ALL SELECT tag_id FROM tag WHERE tenant_id = app.tenant() AND name_key = $2
LIMIT 1
