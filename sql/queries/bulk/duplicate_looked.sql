-- A workspace was looked through.
INSERT INTO duplicate_look (tenant_id, looked_at) VALUES (app.tenant(), now())
ON CONFLICT (tenant_id) DO UPDATE SET looked_at = now();
