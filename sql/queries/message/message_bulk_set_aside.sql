-- Sets aside the other variants of messages that were just approved, where one is chosen.
-- $1 message_ids bigint[]
UPDATE message o SET state = 'set_aside', decided_by = app.actor(), decided_at = now(), approved_version = NULL,
    later_at = NULL, held_by = NULL, held_until = NULL, updated_at = now()
FROM message m JOIN campaign g ON g.tenant_id = app.tenant() AND g.campaign_id = m.campaign_id
    AND g.variant_mode = 'choose'
WHERE m.tenant_id = app.tenant() AND m.message_id = ANY ($1::bigint[]) AND o.tenant_id = app.tenant()
    AND o.campaign_id = m.campaign_id AND o.contact_id = m.contact_id AND o.step_id = m.step_id
    AND o.message_id <> m.message_id AND o.state IN ('draft', 'approved');
