-- Takes back what was written to people and not yet sent.
-- $1 campaign bigint
-- $2 ids bigint[]
-- $3 reason text
-- $4 channels text[]: only these; NULL: all
UPDATE message SET state = 'rejected', reject_reason = $3, decided_by = app.actor(), decided_at = now(),
    held_by = NULL, held_until = NULL, updated_at = now()
WHERE tenant_id = app.tenant() AND campaign_id = $1 AND contact_id = ANY ($2::bigint[])
    AND state IN ('draft', 'approved', 'set_aside') AND ($4::text[] IS NULL OR channel = ANY ($4::text[]))
