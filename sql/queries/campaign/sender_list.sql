-- Senders with how many campaigns need them; of all, or one.
-- $1 sender_id bigint: NULL for all
SELECT s.sender_id, s.name, s.role, s.company, s.email, s.postal_address, s.signature, s.user_id,
    app.user_name(s.user_id) AS user_name, s.is_default, s.version,
    (SELECT count(*) FROM campaign c WHERE c.tenant_id = s.tenant_id AND c.sender_id = s.sender_id
        AND c.deleted_at IS NULL AND c.state NOT IN ('finished', 'archived')) AS campaigns
FROM campaign_sender s
WHERE s.tenant_id = app.tenant() AND s.deleted_at IS NULL AND ($1::bigint IS NULL OR s.sender_id = $1)
ORDER BY NOT s.is_default, s.name COLLATE "und-x-icu", s.sender_id;
