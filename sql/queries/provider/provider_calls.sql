-- The newest calls of a service.
-- $1 provider_id bigint, $2 limit bigint
SELECT (extract(epoch FROM c.at) * 1000)::bigint AS at_ms, c.operation, c.outcome,
    c.http_status::bigint AS http_status, c.milliseconds, c.cost_micros, c.message, c.input_tokens,
    c.output_tokens, c.cached_tokens
FROM provider_call c WHERE c.tenant_id = app.tenant() AND c.provider_id = $1
ORDER BY c.at DESC, c.call_id DESC LIMIT $2;
