-- Changes a service; it starts afresh: what went wrong with other settings says nothing about these.
-- $1 provider_id bigint, $2 name text, $3 base_url text, $4 settings jsonb, $5 price_micros bigint
-- $6 per_minute bigint, $7 per_day bigint, $8 timeout_seconds bigint, $9 is_on boolean, $10 kind text
UPDATE provider SET name = $2, base_url = $3, settings = $4::jsonb, price_micros = $5, per_minute = $6,
    per_day = $7, timeout_seconds = $8, is_on = $9, circuit = 1, failures = 0, opens = 0,
    throttles = 0, rate_milli = 0, slot_ms = 0, retry_ms = 0, probe_ms = 0, trouble = NULL,
    tested_at = NULL, test_ok = NULL, test_said = NULL
WHERE tenant_id = app.tenant() AND provider_id = $1 AND kind = $10 AND deleted_at IS NULL;
