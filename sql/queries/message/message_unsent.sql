-- Takes back that a message was sent by hand.
-- $1 message_id bigint
WITH touch AS (
    DELETE FROM contact_touch WHERE tenant_id = app.tenant() AND message_id = $1
)
UPDATE message SET state = 'approved', sent_at = NULL, sent_by = NULL, sent_via = NULL, updated_at = now()
WHERE tenant_id = app.tenant() AND message_id = $1 AND state = 'sent';
