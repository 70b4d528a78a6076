-- What somebody decided last: the way back in review.
CREATE INDEX CONCURRENTLY IF NOT EXISTS message_decided ON message (tenant_id, decided_by, decided_at, message_id)
    WHERE state IN ('approved', 'rejected');
