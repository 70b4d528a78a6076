-- Holds a message and the others for the same person and step until the transaction ends.
-- $1 message_id bigint
SELECT o.message_id FROM message m
JOIN message o ON o.tenant_id = app.tenant() AND o.campaign_id = m.campaign_id
    AND o.contact_id = m.contact_id AND o.step_id = m.step_id
WHERE m.tenant_id = app.tenant() AND m.message_id = $1
ORDER BY o.message_id FOR UPDATE OF o;
