-- Changes the tenant's settings.
-- $1 probe boolean, $2 reverify_days bigint
INSERT INTO email_setting (tenant_id, probe, reverify_days) VALUES (app.tenant(), $1::boolean, $2::bigint)
ON CONFLICT (tenant_id) DO UPDATE SET probe = excluded.probe, reverify_days = excluded.reverify_days;
