-- Logs a call and counts it for its day.
-- $1 provider_id bigint, $2 operation text, $3 outcome text, $4 http_status bigint
-- $5 milliseconds bigint, $6 bytes bigint, $7 cost_micros bigint, $8 message text
-- $9 input_tokens bigint, $10 output_tokens bigint, $11 cached_tokens bigint
WITH logged AS (
    INSERT INTO provider_call (tenant_id, provider_id, operation, outcome, http_status, milliseconds,
        bytes, cost_micros, message, input_tokens, output_tokens, cached_tokens)
    VALUES (app.tenant(), $1, $2, $3, $4::bigint::integer, $5, $6, $7, $8, $9, $10, $11)
)
INSERT INTO provider_use AS u (tenant_id, provider_id, day, calls, failed, milliseconds, cost_micros, tokens)
VALUES (app.tenant(), $1, current_date, 1, CASE WHEN $3 = 'ok' THEN 0 ELSE 1 END, $5, $7, $9 + $10)
ON CONFLICT (tenant_id, provider_id, day) DO UPDATE SET calls = u.calls + 1,
    failed = u.failed + excluded.failed, milliseconds = u.milliseconds + excluded.milliseconds,
    cost_micros = u.cost_micros + excluded.cost_micros, tokens = u.tokens + excluded.tokens;
