-- Puts a draft at the end of the queue.
-- $1 message_id bigint
UPDATE message SET later_at = clock_timestamp(), held_by = NULL, held_until = NULL
WHERE tenant_id = app.tenant() AND message_id = $1 AND state = 'draft';
