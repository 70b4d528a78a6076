-- Who looks at which draft now, among many drafts that nobody looks at.
CREATE INDEX CONCURRENTLY IF NOT EXISTS message_held ON message (tenant_id, held_until)
    WHERE held_by IS NOT NULL AND state = 'draft';
