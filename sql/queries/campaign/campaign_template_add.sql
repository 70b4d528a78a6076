-- A new template of the library.
-- $1 name text, $2 name_key text, $3 description text, $4 steps text, $5 defaults text
INSERT INTO campaign_template (tenant_id, name, name_key, description, steps, defaults, created_by)
VALUES (app.tenant(), $1, $2, $3, $4::text::jsonb, $5::text::jsonb, app.actor())
RETURNING template_id;
