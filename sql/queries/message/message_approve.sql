-- Approves the text that was seen.
-- $1 message_id bigint, $2 version bigint
UPDATE message SET state = 'approved', approved_version = $2::bigint::integer, decided_by = app.actor(),
    decided_at = now(), reject_reason = NULL, later_at = NULL, held_by = NULL, held_until = NULL, updated_at = now()
WHERE tenant_id = app.tenant() AND message_id = $1 AND version = $2;
