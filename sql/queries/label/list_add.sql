-- A new list.
-- $1 name text, $2 name_key text
INSERT INTO list (tenant_id, name, name_key, created_by)
VALUES (app.tenant(), $1, $2, app.actor()) RETURNING list_id AS id;
