-- Rejects drafts.
-- $1 message_ids bigint[], $2 reason text
UPDATE message SET state = 'rejected', reject_reason = $2, decided_by = app.actor(), decided_at = now(),
    later_at = NULL, held_by = NULL, held_until = NULL, updated_at = now()
WHERE tenant_id = app.tenant() AND message_id = ANY ($1::bigint[]) AND state = 'draft';
