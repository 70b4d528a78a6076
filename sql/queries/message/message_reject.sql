-- Rejects a message.
-- $1 message_id bigint, $2 reason text
UPDATE message SET state = 'rejected', reject_reason = $2, approved_version = NULL, decided_by = app.actor(),
    decided_at = now(), later_at = NULL, held_by = NULL, held_until = NULL, updated_at = now()
WHERE tenant_id = app.tenant() AND message_id = $1;
