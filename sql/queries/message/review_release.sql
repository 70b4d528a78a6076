-- Gives back the variants that were kept with a message.
-- $1 message_id bigint
UPDATE message o SET held_by = NULL, held_until = NULL
FROM message m
WHERE m.tenant_id = app.tenant() AND m.message_id = $1 AND o.tenant_id = app.tenant()
    AND o.campaign_id = m.campaign_id AND o.contact_id = m.contact_id AND o.step_id = m.step_id
    AND o.held_by = app.actor();
