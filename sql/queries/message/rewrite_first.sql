-- The subject of the first e-mail to the person of a message before it, in its variant.
-- $1 message bigint
SELECT v.subject FROM message m
JOIN message f ON f.tenant_id = m.tenant_id AND f.campaign_id = m.campaign_id AND f.contact_id = m.contact_id
    AND f.variant = m.variant AND f.position < m.position AND f.channel = 'email'
JOIN message_version v ON v.tenant_id = f.tenant_id AND v.message_id = f.message_id AND v.version = f.version
WHERE m.tenant_id = app.tenant() AND m.message_id = $1 ORDER BY f.position LIMIT 1
