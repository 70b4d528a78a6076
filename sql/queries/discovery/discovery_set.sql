-- Whether discovery runs by itself, and how many queries a day.
-- $1 is_on boolean, $2 per_day bigint
INSERT INTO discovery_setting (tenant_id, is_on, per_day) VALUES (app.tenant(), $1, $2)
ON CONFLICT (tenant_id) DO UPDATE SET is_on = excluded.is_on, per_day = excluded.per_day;
