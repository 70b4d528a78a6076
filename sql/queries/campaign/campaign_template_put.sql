-- Overwrites the living template of a name; no row when there is none.
-- $1 name text, $2 name_key text, $3 description text, $4 steps text, $5 defaults text
UPDATE campaign_template SET name = $1, description = $3, steps = $4::text::jsonb,
    defaults = $5::text::jsonb, updated_at = now()
WHERE tenant_id = app.tenant() AND name_key = $2 AND deleted_at IS NULL
RETURNING template_id;
