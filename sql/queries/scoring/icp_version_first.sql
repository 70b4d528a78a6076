-- The model that comes with the program as the first version, active.
-- $1 document jsonb
INSERT INTO icp_version (tenant_id, version, document, note, activated_at, active)
VALUES (app.tenant(), 1, $1::jsonb, 'The model that comes with leadgen', now(), true)
ON CONFLICT DO NOTHING;
