-- Id of a list, made when it is new.
-- $1 name text, $2 name_key text
WITH made AS (
    INSERT INTO list (tenant_id, name, name_key) VALUES (app.tenant(), $1, $2)
    ON CONFLICT (tenant_id, name_key) DO NOTHING RETURNING list_id
)
SELECT list_id FROM made
UNION ALL SELECT list_id FROM list WHERE tenant_id = app.tenant() AND name_key = $2
LIMIT 1
