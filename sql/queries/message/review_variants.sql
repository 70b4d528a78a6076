-- The other variants of a message, with their newest texts.
-- $1 message_id bigint
SELECT o.message_id, o.variant::bigint AS variant, o.version::bigint AS version, o.state, o.angle, v.subject, v.body
FROM message m
JOIN message o ON o.tenant_id = app.tenant() AND o.campaign_id = m.campaign_id AND o.contact_id = m.contact_id
    AND o.step_id = m.step_id AND o.message_id <> m.message_id
JOIN message_version v ON v.tenant_id = app.tenant() AND v.message_id = o.message_id AND v.version = o.version
WHERE m.tenant_id = app.tenant() AND m.message_id = $1
ORDER BY o.variant;
