-- Makes a message a draft again, with the variants that its approval set aside, kept for who did it.
-- $1 message_id bigint
UPDATE message o SET state = 'draft', approved_version = NULL, reject_reason = NULL, decided_by = NULL,
    decided_at = NULL, later_at = NULL, held_by = app.actor(), held_until = now() + interval '2 minutes', updated_at = now()
FROM message m
WHERE m.tenant_id = app.tenant() AND m.message_id = $1 AND o.tenant_id = app.tenant()
    AND o.campaign_id = m.campaign_id AND o.contact_id = m.contact_id AND o.step_id = m.step_id
    AND (o.message_id = m.message_id OR (o.state = 'set_aside' AND m.state = 'approved'));
