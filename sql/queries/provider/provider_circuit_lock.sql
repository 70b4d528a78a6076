-- How a service is doing, held until the transaction ends; today: calls since midnight UTC.
-- $1 provider_id bigint
SELECT p.circuit AS state, p.failures, p.opens, p.throttles, p.rate_milli, p.slot_ms, p.retry_ms,
    p.probe_ms, p.per_minute, p.per_day, p.timeout_seconds, p.is_on, p.trouble,
    coalesce((SELECT u.calls FROM provider_use u WHERE u.tenant_id = app.tenant()
        AND u.provider_id = p.provider_id AND u.day = current_date), 0) AS today
FROM provider p WHERE p.tenant_id = app.tenant() AND p.provider_id = $1 AND p.deleted_at IS NULL
FOR UPDATE OF p;
