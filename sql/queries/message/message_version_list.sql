-- The texts of a message, newest first.
-- $1 message_id bigint, $2 limit bigint
SELECT v.version::bigint AS version, v.subject, v.body, v.claims::text AS claims, v.origin,
    app.user_name(v.author) AS author, v.reason_text, v.reasons::text AS reasons, v.settings::text AS settings,
    (extract(epoch FROM v.created_at) * 1000)::bigint AS created_ms
FROM message_version v WHERE v.tenant_id = app.tenant() AND v.message_id = $1
ORDER BY v.version DESC LIMIT $2;
