-- The services of the workspace, or one, with what they did in the last 30 days. No key.
-- $1 provider_id bigint or NULL, $2 kind text or NULL
SELECT p.provider_id, p.kind, p.name, p.base_url, p.settings::text AS settings, p.sealed_key IS NOT NULL AS has_key,
    coalesce((extract(epoch FROM p.key_set_at) * 1000)::bigint, 0) AS key_set_ms,
    app.user_name(p.key_set_by) AS key_set_by, p.price_micros, p.per_minute, p.per_day,
    p.timeout_seconds, p.is_on, p.circuit, p.failures, p.retry_ms, p.rate_milli, p.trouble,
    coalesce(p.test_job_id, 0) AS test_job_id,
    coalesce((extract(epoch FROM p.tested_at) * 1000)::bigint, 0) AS tested_ms,
    coalesce(p.test_ok, false) AS test_ok, p.test_said,
    coalesce(u.calls, 0) AS calls, coalesce(u.failed, 0) AS failed,
    coalesce(u.milliseconds, 0) AS milliseconds, coalesce(u.cost_micros, 0) AS cost_micros,
    coalesce(u.tokens, 0) AS tokens,
    coalesce(u.today, 0) AS today
FROM provider p
LEFT JOIN LATERAL (SELECT sum(d.calls)::bigint AS calls, sum(d.failed)::bigint AS failed,
        sum(d.milliseconds)::bigint AS milliseconds, sum(d.cost_micros)::bigint AS cost_micros, sum(d.tokens)::bigint AS tokens,
        (sum(d.calls) FILTER (WHERE d.day = current_date))::bigint AS today
    FROM provider_use d WHERE d.tenant_id = app.tenant() AND d.provider_id = p.provider_id
        AND d.day > current_date - 30) AS u ON true
WHERE p.tenant_id = app.tenant() AND p.deleted_at IS NULL
    AND ($1::bigint IS NULL OR p.provider_id = $1) AND ($2::text IS NULL OR p.kind = $2)
ORDER BY p.is_on DESC, lower(p.name), p.provider_id;
