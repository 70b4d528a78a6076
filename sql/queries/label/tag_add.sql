-- A new tag.
-- $1 name text, $2 name_key text, $3 colour text
INSERT INTO tag (tenant_id, name, name_key, colour, created_by)
VALUES (app.tenant(), $1, $2, $3, app.actor()) RETURNING tag_id AS id;
