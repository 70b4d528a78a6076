-- The rules that count; none: the defaults.
SELECT r.version, r.rules::text AS rules, app.user_name(r.author) AS author,
    (extract(epoch FROM r.created_at) * 1000)::bigint AS created_ms
FROM triage_rules r WHERE r.tenant_id = app.tenant() ORDER BY r.version DESC LIMIT 1;
