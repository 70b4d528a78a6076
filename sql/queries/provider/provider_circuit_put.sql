-- Writes how a service is doing.
-- $1 provider_id bigint, $2 state bigint, $3 failures bigint, $4 opens bigint, $5 throttles bigint
-- $6 rate_milli bigint, $7 slot_ms bigint, $8 retry_ms bigint, $9 probe_ms bigint, $10 trouble text
UPDATE provider SET circuit = $2, failures = $3, opens = $4, throttles = $5, rate_milli = $6,
    slot_ms = $7, retry_ms = $8, probe_ms = $9, trouble = $10
WHERE tenant_id = app.tenant() AND provider_id = $1;
