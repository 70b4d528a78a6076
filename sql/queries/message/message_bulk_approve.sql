-- Approves drafts as they are.
-- $1 message_ids bigint[]
UPDATE message SET state = 'approved', approved_version = version, decided_by = app.actor(), decided_at = now(),
    later_at = NULL, held_by = NULL, held_until = NULL, updated_at = now()
WHERE tenant_id = app.tenant() AND message_id = ANY ($1::bigint[]) AND state = 'draft';
