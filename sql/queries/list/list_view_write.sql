-- Keeps how the caller wants to see a list.
-- $1 entity bigint, $2 columns text, $3 density text
INSERT INTO list_view (tenant_id, user_id, entity, view)
VALUES (app.tenant(), app.actor(), $1::bigint::smallint,
        jsonb_build_object('columns', $2::text, 'density', $3::text))
ON CONFLICT (tenant_id, user_id, entity) DO UPDATE
SET view = excluded.view, updated_at = now();
