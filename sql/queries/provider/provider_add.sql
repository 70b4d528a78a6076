-- A new service.
-- $1 kind text, $2 name text, $3 base_url text, $4 settings jsonb, $5 price_micros bigint
-- $6 per_minute bigint, $7 per_day bigint, $8 timeout_seconds bigint, $9 is_on boolean
INSERT INTO provider (tenant_id, kind, name, base_url, settings, price_micros, per_minute, per_day,
    timeout_seconds, is_on, created_by)
VALUES (app.tenant(), $1, $2, $3, $4::jsonb, $5, $6, $7, $8, $9, app.actor())
RETURNING provider_id;
